import type { Directory } from '../directory/index.ts'
import { type Change, enrolmentKey } from './plan.ts'

/** Ids of classes that still have a member once these changes are applied. */
export function membersLeft(changes: readonly Change[], directory: Directory): ReadonlySet<string> {
  const left = new Set<string>()
  const byPerson = new Map<string, { readonly ended: Set<string>; isRemoved: boolean }>()
  for (const it of changes) {
    if (it.recordKind !== 'person' || it.recordId === null) continue
    const person = byPerson.get(it.recordId) ?? { ended: new Set(), isRemoved: false }
    for (const enrolment of it.before.enrolments) person.ended.add(enrolmentKey(enrolment))
    person.isRemoved ||= it.operation === 'remove'
    byPerson.set(it.recordId, person)
    if (it.operation !== 'remove') for (const enrolment of it.after.enrolments) left.add(enrolment.class)
  }
  for (const { id, enrolments } of directory.people.values()) {
    const person = byPerson.get(id)
    if (person?.isRemoved) continue
    for (const enrolment of enrolments) if (!person?.ended.has(enrolmentKey(enrolment))) left.add(enrolment.class)
  }
  return left
}

/** Codes of year groups that still have a pupil once these changes are applied. */
export function yearGroupsLeft(changes: readonly Change[], directory: Directory): ReadonlySet<string> {
  const byPerson = new Map(
    changes.flatMap((it) => (it.recordKind === 'person' && it.recordId !== null ? [[it.recordId, it] as const] : [])),
  )
  const left = new Set<string>()
  for (const { id, fields } of directory.people.values()) {
    const change = byPerson.get(id)
    if (change?.operation === 'remove') continue
    const year = change !== undefined && 'yearGroup' in change.after.fields ? change.after.fields['yearGroup'] : fields.yearGroup
    if (typeof year === 'string') left.add(year)
  }
  for (const it of byPerson.values())
    if (it.operation === 'create' && typeof it.after.fields['yearGroup'] === 'string') left.add(it.after.fields['yearGroup'])
  return left
}
