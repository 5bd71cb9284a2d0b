import { type Problem, type ProblemCode, problem } from '../kernel/index.ts'
import { recordKey } from '../roster/index.ts'
import type { PersonBody, SourceRecord } from './source-record.ts'

/** How the school reads a year group as the source spells it. */
export type ReadYearGroup = (
  raw: string,
) => { readonly kind: 'code'; readonly code: string } | { readonly kind: 'none' | 'unknown' | 'nursery' }

export interface CheckedPeople {
  /** Whom this sync leaves out though the source names them, and why (D21), by `recordKey`. */
  readonly leftOut: ReadonlyMap<string, ProblemCode>
  /** Errors and warnings about people; rows with one cause and no single place are reported together. */
  readonly problems: readonly Problem[]
}

type Places = ReadonlyMap<string, { readonly file: string; readonly line: number }>
type Person = { readonly key: string; readonly kind: 'pupil' | 'staff'; readonly body: PersonBody }

/**
 * Decides who cannot be synced as things stand (D21): staff without e-mail where the source carries staff e-mails, pupils
 * without registration class where it carries those, pupils of a year group nobody has mapped (S-85), nursery pupils where
 * the school leaves them out (S-89). One such person never stops the others (S-143).
 */
export function checkPeople(current: ReadonlyMap<string, SourceRecord>, readYearGroup: ReadYearGroup, places: Places): CheckedPeople {
  const people = [...current.values()].flatMap(personOf)
  const registrationClasses = new Set(
    [...current.values()].flatMap((it) => (it.kind === 'class' && it.body.kind === 'registration' ? [it.sourceId] : [])),
  )
  const isRegistered = ({ body }: Person): boolean => (body.enrolments ?? []).some((it) => registrationClasses.has(it.classSourceId))
  const carriesEmails = people.some(({ kind, body }) => kind === 'staff' && hasText(body.fields.email))
  const carriesRegistration = people.some((it) => it.kind === 'pupil' && isRegistered(it))

  const leftOut = new Map<string, ProblemCode>()
  const problems: Problem[] = []
  const unmapped = new Map<string, number>()
  let nursery = 0
  let withoutBirthDate = 0
  for (const person of people) {
    const { key, kind, body } = person
    const place = places.get(key)
    const report = (code: ProblemCode, column: string): void => {
      if (place !== undefined) problems.push(problem(code, { ...place, column, value: body.fields.username ?? null }))
    }
    const year = kind === 'pupil' ? readYearGroup(body.fields.yearGroup ?? '') : { kind: 'none' as const }
    if (kind === 'staff' && carriesEmails && !hasText(body.fields.email)) {
      leftOut.set(key, 'staff.without_email')
      report('staff.without_email', 'email')
    } else if (year.kind === 'unknown') {
      leftOut.set(key, 'pupil.year_group_unmapped')
      unmapped.set(body.fields.yearGroup ?? '', (unmapped.get(body.fields.yearGroup ?? '') ?? 0) + 1)
    } else if (year.kind === 'nursery') {
      leftOut.set(key, 'pupil.nursery_left_out')
      nursery += 1
    } else if (kind === 'pupil' && carriesRegistration && !isRegistered(person)) {
      leftOut.set(key, 'pupil.without_registration_class')
      report('pupil.without_registration_class', 'registrationClass')
    }
    if (!hasText(body.fields.firstName) && !hasText(body.fields.lastName)) report('person.without_name', 'lastName')
    if (kind === 'pupil' && body.fields.birthDate === null) withoutBirthDate += 1
  }
  for (const [value, count] of unmapped)
    problems.push(problem('pupil.year_group_unmapped', { column: 'yearGroup', value, params: { value, count } }))
  if (nursery > 0) problems.push(problem('pupil.nursery_left_out', { column: 'yearGroup', params: { count: nursery } }))
  if (withoutBirthDate > 0)
    problems.push(problem('person.without_birth_date', { column: 'birthDate', params: { count: withoutBirthDate } }))
  return { leftOut, problems }
}

function personOf(record: SourceRecord): readonly Person[] {
  return record.kind === 'class' ? [] : [{ key: recordKey(record.kind, record.sourceId), kind: record.kind, body: record.body }]
}

function hasText(value: string | null | undefined): boolean {
  return value !== null && value !== undefined && value !== ''
}
