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
  const removed = new Set<string | null>()
  const years = new Map<string, unknown>([...directory.people.values()].map((it) => [it.id, it.fields.yearGroup]))
  for (const { recordKind, recordId, operation, after } of changes) {
    if (recordKind !== 'person' || recordId === null) continue
    if (operation === 'remove') removed.add(recordId)
    else if ('yearGroup' in after.fields) years.set(recordId, after.fields['yearGroup'])
  }
  return new Set([...years].flatMap(([id, year]) => (typeof year === 'string' && !removed.has(id) ? [year] : [])))
}

/** Ids of people whom others are merged into once these changes are applied. */
export function mergedLeft(changes: readonly Change[], directory: Directory): ReadonlySet<string> {
  const into = new Map<string, unknown>([...directory.people.values()].map((it) => [it.id, it.mergedInto]))
  for (const { recordKind, recordId, operation, after } of changes) {
    if (recordKind !== 'person' || recordId === null) continue
    if (operation === 'remove') into.delete(recordId)
    else if ('mergedInto' in after.fields) into.set(recordId, after.fields['mergedInto'])
  }
  return new Set([...into.values()].flatMap((it) => (typeof it === 'string' ? [it] : [])))
}
