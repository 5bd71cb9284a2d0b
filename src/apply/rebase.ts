import type { Directory } from '../directory/index.ts'
import { type Change, NEW_CLASS, type PlannedEnrolment } from '../plans/index.ts'

/**
 * A part of a plan may put people into classes that another part makes, and which is there by now: they are called by their ids.
 * A class that neither is there nor is made stays called by its source, and whoever compares finds that something is missing.
 */
export function rebase(changes: readonly Change[], directory: Directory): readonly Change[] {
  const made = new Set(changes.flatMap((it) => (it.operation === 'create' && it.recordKind === 'class' ? [it.source?.id] : [])))
  const live = new Map(
    directory.links.flatMap(({ recordKind, recordId, source, endReason }) =>
      recordKind === 'class' && endReason === null ? [[`${source.connection} ${source.id}`, recordId] as const] : [],
    ),
  )
  return changes.map((change) => {
    const named = (it: PlannedEnrolment): PlannedEnrolment => {
      const id = it.class.startsWith(NEW_CLASS) ? it.class.slice(NEW_CLASS.length) : undefined
      const there = id === undefined || made.has(id) ? undefined : live.get(`${change.source?.connection} ${id}`)
      return there === undefined ? it : { ...it, class: there }
    }
    const { after } = change
    return after.enrolments.some((it) => it.class.startsWith(NEW_CLASS))
      ? { ...change, after: { ...after, enrolments: after.enrolments.map(named) } }
      : change
  })
}
