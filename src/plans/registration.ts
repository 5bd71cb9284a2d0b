import type { Directory } from '../directory/index.ts'
import { type Change, enrolmentKey, type PlannedEnrolment } from './plan.ts'

/** Ids of the registration classes we hold. */
export function registrationClasses({ classes }: Pick<Directory, 'classes'>): ReadonlySet<string> {
  return new Set([...classes.values()].flatMap(({ id, fields }) => (fields.kind === 'registration' ? [id] : [])))
}

/** Whether a membership registers a pupil. A pupil has one such membership at a time (S-100). */
export function isRegistration(it: PlannedEnrolment, registrations: ReadonlySet<string>): boolean {
  return it.role === 'pupil' && registrations.has(it.class)
}

/**
 * Whether a membership would be its person's second one in a class, or a pupil's second registration, beside those that
 * the change leaves.
 */
export function isSecondPlace(
  it: PlannedEnrolment,
  { recordId, before }: Pick<Change, 'recordId' | 'before'>,
  { people, registrations }: Pick<Directory, 'people'> & { readonly registrations: ReadonlySet<string> },
): boolean {
  const ended = new Set(before.enrolments.map(enrolmentKey))
  const held = (people.get(recordId ?? '')?.enrolments ?? []).filter((other) => !ended.has(enrolmentKey(other)))
  const registers = isRegistration(it, registrations)
  return held.some((other) => (other.class === it.class && other.role === it.role) || (registers && isRegistration(other, registrations)))
}
