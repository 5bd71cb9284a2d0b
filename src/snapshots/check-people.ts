import { type Problem, type ProblemCode, problem } from '../kernel/index.ts'
import { recordKey } from '../roster/index.ts'
import type { PersonBody, SourceRecord } from './source-record.ts'

/** How the school reads a year group as the source spells it. */
export type ReadYearGroup = (
  raw: string,
) => { readonly kind: 'code'; readonly code: string } | { readonly kind: 'none' | 'unknown' | 'nursery' | 'left_out' }

/** What `checkPeople` found. */
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
  const carried = whatIsCarried(current, people)
  const leftOut = new Map<string, ProblemCode>()
  const problems: Problem[] = []
  const together = { unmapped: new Map<string, number>(), notSynced: new Map<string, number>(), nursery: 0, withoutBirthDate: 0 }
  for (const person of people) {
    const { key, kind, body } = person
    const place = places.get(key)
    const report = (code: ProblemCode, column: string): void => {
      if (place !== undefined) problems.push(problem(code, { ...place, column, value: body.fields.username ?? null }))
    }
    const why = whyLeftOut(person, carried, readYearGroup)
    if (why !== null) leftOut.set(key, why)
    const raw = body.fields.yearGroup ?? ''
    if (why === 'staff.without_email') report(why, 'email')
    else if (why === 'pupil.without_registration_class') report(why, 'registrationClass')
    else if (why === 'pupil.year_group_unmapped') together.unmapped.set(raw, (together.unmapped.get(raw) ?? 0) + 1)
    else if (why === 'pupil.year_group_left_out') together.notSynced.set(raw, (together.notSynced.get(raw) ?? 0) + 1)
    else if (why === 'pupil.nursery_left_out') together.nursery += 1
    if (!hasText(body.fields.firstName) && !hasText(body.fields.lastName)) report('person.without_name', 'lastName')
    if (kind === 'pupil' && body.fields.birthDate === null) together.withoutBirthDate += 1
  }
  return { leftOut, problems: [...problems, ...toldTogether(together)] }
}

interface Carried {
  readonly emails: boolean
  readonly registrations: boolean
  isRegistered(person: Person): boolean
}

function whatIsCarried(current: ReadonlyMap<string, SourceRecord>, people: readonly Person[]): Carried {
  const registrationClasses = new Set(
    [...current.values()].flatMap((it) => (it.kind === 'class' && it.body.kind === 'registration' ? [it.sourceId] : [])),
  )
  const isRegistered = ({ body }: Person): boolean => (body.enrolments ?? []).some((it) => registrationClasses.has(it.classSourceId))
  return {
    emails: people.some(({ kind, body }) => kind === 'staff' && hasText(body.fields.email)),
    registrations: people.some((it) => it.kind === 'pupil' && isRegistered(it)),
    isRegistered,
  }
}

function whyLeftOut(person: Person, carried: Carried, readYearGroup: ReadYearGroup) {
  const { email, yearGroup } = person.body.fields
  if (person.kind === 'staff') return carried.emails && !hasText(email) ? 'staff.without_email' : null
  const year = readYearGroup(yearGroup ?? '')
  if (year.kind === 'unknown') return 'pupil.year_group_unmapped'
  if (year.kind === 'left_out') return 'pupil.year_group_left_out'
  if (year.kind === 'nursery') return 'pupil.nursery_left_out'
  return carried.registrations && !carried.isRegistered(person) ? 'pupil.without_registration_class' : null
}

interface Together {
  readonly unmapped: ReadonlyMap<string, number>
  readonly notSynced: ReadonlyMap<string, number>
  readonly nursery: number
  readonly withoutBirthDate: number
}

function toldTogether({ unmapped, notSynced, nursery, withoutBirthDate }: Together): readonly Problem[] {
  const ofYear =
    (code: ProblemCode) =>
    ([value, count]: readonly [string, number]): Problem =>
      problem(code, { column: 'yearGroup', value, params: { value, count } })
  const years = [...[...unmapped].map(ofYear('pupil.year_group_unmapped')), ...[...notSynced].map(ofYear('pupil.year_group_left_out'))]
  const young = nursery === 0 ? [] : [problem('pupil.nursery_left_out', { column: 'yearGroup', params: { count: nursery } })]
  const undated = problem('person.without_birth_date', { column: 'birthDate', params: { count: withoutBirthDate } })
  return [...years, ...young, ...(withoutBirthDate === 0 ? [] : [undated])]
}

function personOf(record: SourceRecord): readonly Person[] {
  return record.kind === 'class' ? [] : [{ key: recordKey(record.kind, record.sourceId), kind: record.kind, body: record.body }]
}

function hasText(value: string | null | undefined): boolean {
  return value !== null && value !== undefined && value !== ''
}
