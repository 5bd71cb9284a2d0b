import type { LinkState, LoggedChange, RecordState } from '../directory/index.ts'
import { type Change, NEW_CLASS, type PlannedState } from '../plans/index.ts'

/** Turns planned changes into records to write: new ids, references to new classes, the time at which links end. */
export function resolve(changes: readonly Change[], newId: () => string, at: Date): readonly LoggedChange[] {
  const ids = new Map(changes.filter((it) => it.operation === 'create').map((it) => [it.key, it.recordId ?? idOfNew(it, newId)]))
  const newClasses = new Map(
    changes.flatMap((it) =>
      it.operation === 'create' && it.recordKind === 'class' && it.source ? [[it.source.id, ids.get(it.key) ?? '']] : [],
    ),
  )
  const stateOf = (state: PlannedState): RecordState => ({
    fields: state.fields,
    enrolments: state.enrolments.map((it) => ({ ...it, class: classId(it.class, newClasses) })),
    link: linkOf(state.link, at),
  })
  return changes.map(({ key, recordKind, operation, recordId, source, before, after, reason }) => ({
    id: newId(),
    key,
    recordKind,
    recordId: recordId ?? ids.get(key) ?? '',
    operation: operation === 'create' || operation === 'remove' ? operation : 'update',
    source,
    before: stateOf(before),
    after: stateOf(after),
    reason: { code: reason.code, params: reason.params },
  }))
}

function idOfNew({ recordKind, source }: Change, newId: () => string): string {
  return recordKind === 'year_group' ? (source?.id ?? '') : newId()
}

function classId(ref: string, newClasses: ReadonlyMap<string, string>): string {
  if (!ref.startsWith(NEW_CLASS)) return ref
  const id = newClasses.get(ref.slice(NEW_CLASS.length))
  if (id === undefined) throw new Error('A plan puts somebody into a class that it does not create.')
  return id
}

function linkOf(link: PlannedState['link'], at: Date): LinkState | null {
  if (link === null) return null
  const { state } = link
  if (state === 'none' || state === 'live') return { state }
  return { state, endedAt: link.endedAt ?? at.toISOString() }
}
