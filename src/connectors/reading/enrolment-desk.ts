import { problem } from '../../kernel/index.ts'
import { KNOWN_ROLES, readEnrolmentRole } from '../../roster/index.ts'
import type { Place, ReadSink } from '../connector.ts'
import { type ClassDesk, schoolsOfClass } from './class-desk.ts'
import { isUsedAt, type PersonDesk } from './person-desk.ts'
import { type SchoolBook, schoolOfNone } from './school-book.ts'

/** A membership as its row says it. */
export interface EnrolmentRow {
  readonly place: Place
  readonly hasEnded: boolean
  /** Null where the row does not name one: then the class's school counts. */
  readonly school: string | null
  readonly classSourceId: string | null
  readonly personSourceId: string | null
  readonly role: string | null
  readonly isPrimary: boolean
}

export interface EnrolmentDesk {
  readonly sink: ReadSink
  readonly classes: ClassDesk
  readonly people: PersonDesk
  readonly schools: SchoolBook
}

/** Tells one membership row. Whether its class and its person exist is not asked here. */
export function tellEnrolment(desk: EnrolmentDesk, row: EnrolmentRow) {
  const { sink } = desk
  const { place, classSourceId, personSourceId } = row
  const school = row.school ?? schoolOfMembership(desk, row) ?? schoolOfNone(desk.schools)
  const reject = (
    code: Parameters<typeof problem>[0],
    at: { column?: string; value?: string | null; params?: Record<string, string> } = {},
  ) => sink.otherRejected(school, place.file, problem(code, { ...place, ...at }), row.hasEnded ? null : 'enrolment')
  if (classSourceId === null) return reject('enrolment.without_class')
  if (personSourceId === null) return reject('enrolment.without_person')
  if (school === null) return reject('enrolment.without_school', { value: classSourceId })
  const role = readEnrolmentRole(row.role ?? '')
  if (row.hasEnded) return sink.enrolmentGone(school, { classSourceId, personSourceId, role: role === 'other' ? null : role }, place)
  if (role === null) return reject('person.value_not_listed', { column: 'role', value: row.role, params: { allowed: KNOWN_ROLES } })
  if (role === 'other') return sink.otherRow(place.file, 'leftOut')
  const isPrimary = role === 'teacher' && row.isPrimary
  sink.enrolment(school, { classSourceId, personSourceId, role, isPrimary }, place, true)
}

/** The school of the class; where several have a class of that id, the one that has the person too. */
function schoolOfMembership({ classes, people }: EnrolmentDesk, { classSourceId, personSourceId }: EnrolmentRow): string | null {
  const [first, ...others] = schoolsOfClass(classes, classSourceId ?? '')
  if (first === undefined || others.length === 0 || personSourceId === null) return first ?? null
  return [first, ...others].find((school) => isUsedAt(people, school, personSourceId)) ?? first
}
