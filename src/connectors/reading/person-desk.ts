import { type Problem, problem } from '../../kernel/index.ts'
import { KNOWN_ROLES, type PersonFields, type PersonKind, personKindOf, type RoleMeaning, readRole } from '../../roster/index.ts'
import { FILE_SCHOOL, type Place, type ReadSink, type SchoolKey } from '../connector.ts'
import { type SchoolBook, schoolOf, schoolOfNone } from './school-book.ts'

/** What a person is at one organisation. */
export interface Standing {
  /** Null where the source names none. */
  readonly organisation: string | null
  /** The role as the source spells it; null where it says none. */
  readonly role: string | null
  /** Of several roles at one school the primary one counts. */
  readonly isPrimary: boolean
  readonly hasEnded: boolean
  /** The day on which it ends or ended, where the source says one, `YYYY-MM-DD`. */
  readonly endsOn?: string | null
  /** Year group, where the source keeps it with the role. */
  readonly yearGroup: string | null
}

export interface PersonRow {
  readonly sourceId: string | null
  readonly place: Place
  readonly standings: readonly [Standing, ...Standing[]]
  /** The row itself says that its record has ended. */
  readonly hasEnded: boolean
  /** The person's fields in the role that counts, and what was wrong with them. Called once per school the row is used in. */
  fieldsAs(meaning: KnownRole, standing: Standing): FieldsRead
}

export interface FieldsRead {
  readonly fields: Partial<PersonFields>
  readonly warnings: readonly Problem[]
}

export type KnownRole = Exclude<RoleMeaning, { kind: 'other' }>

/** Tells rows of people to the sink, each exactly once per school it belongs to. */
export interface PersonDesk {
  readonly sink: ReadSink
  readonly schools: SchoolBook
  /** Ids already used, by school. */
  readonly used: Map<string, Set<string>>
  /** Pupils and staff number themselves apart: the same id in both is two people. */
  readonly hasIdsPerKind: boolean
  /** The package holds changes only: a row without a role is about somebody sent earlier. */
  readonly holdsChanges: boolean
  /** People without a school who were counted to the only one. */
  assumed: { readonly school: string; readonly first: Place; readonly count: number } | null
}

type Held = Standing & { readonly meaning: RoleMeaning | null }

export function personDesk(
  sink: ReadSink,
  schools: SchoolBook,
  { hasIdsPerKind = false, holdsChanges = false }: { readonly hasIdsPerKind?: boolean; readonly holdsChanges?: boolean } = {},
): PersonDesk {
  return { sink, schools, used: new Map(), hasIdsPerKind, holdsChanges, assumed: null }
}

export function tellPerson(desk: PersonDesk, row: PersonRow): void {
  const held = row.standings.map((it): Held => ({ ...it, meaning: it.role === null ? null : readRole(it.role) }))
  const named = held.filter((it) => it.organisation !== null)
  const bySchool = new Map<string | null, Held[]>()
  for (const it of named.length > 0 ? named : held) {
    const school = it.organisation === null ? schoolOfNone(desk.schools) : schoolOf(desk.schools, it.organisation, row.place)
    bySchool.set(school, [...(bySchool.get(school) ?? []), it])
  }
  for (const [school, atSchool] of bySchool) {
    if (school === null) tellNowhere(desk, row, atSchool)
    else tellAt(desk, school, { row, held: atSchool })
    if (named.length === 0 && school !== null && school !== FILE_SCHOOL) assume(desk, school, row.place)
  }
}

/** Says how many people without a school were counted to the only one. */
export function closePersonDesk({ assumed, sink }: PersonDesk): void {
  if (assumed === null) return
  const { school, first, count } = assumed
  sink.warning(school, problem('person.school_assumed', { ...first, params: { count, school } }))
}

function assume(desk: PersonDesk, school: string, place: Place): void {
  desk.assumed = { school, first: desk.assumed?.first ?? place, count: (desk.assumed?.count ?? 0) + 1 }
}

function tellAt(desk: PersonDesk, school: string, { row, held }: { row: PersonRow; held: readonly Held[] }) {
  const { sourceId, place } = row
  const { sink } = desk
  if (sourceId === null) return sink.rejected(school, problem('person.without_id', place))
  const current = row.hasEnded ? [] : held.filter((it) => !it.hasEnded)
  const standing = pick(current.length === 0 ? held : current)
  const { meaning, role } = standing
  if (meaning?.kind === 'other') return sink.leftOut(school, 'person.other_role', role ?? '', place)
  if (meaning === null && current.length === 0) return sink.gone(school, 'person', sourceId, place)
  if (role === null && desk.holdsChanges) return tellChanged(sink, school, { row, sourceId, standing })
  if (meaning === null) return sink.rejected(school, roleProblem(place, role))
  const { kind } = meaning
  const endsOn = lastDay(current.length === 0 ? held : current)
  if (current.length === 0) return sink.gone(school, kind, sourceId, { ...place, leftOn: endsOn })
  if (!isFirstUse(desk, sourceId, { school, kind })) {
    return sink.rejected(school, problem('person.duplicate_id', { ...place, value: sourceId }), { kind, sourceId })
  }
  if (current.some((it) => (personKindOf(it.meaning) ?? kind) !== kind)) {
    sink.warning(school, problem('person.pupil_and_staff', { ...place, value: sourceId, params: { role: role ?? '' } }))
  }
  const { fields, warnings } = row.fieldsAs(meaning, standing)
  sink.person(school, { kind, sourceId, fields, ...(endsOn === undefined ? {} : { leavingDate: endsOn }) }, place)
  for (const warning of warnings) sink.warning(school, warning)
}

/** The day on which the last of several roles ends; undefined while one of them has no end. */
function lastDay(held: readonly Held[]): string | undefined {
  const days = held.map((it) => it.endsOn ?? null)
  return days.every((it) => it !== null) ? [...days].sort().at(-1) : undefined
}

/** A row that belongs to no school we can know. */
function tellNowhere({ sink, holdsChanges }: PersonDesk, row: PersonRow, held: readonly Held[]) {
  const { sourceId, place } = row
  const standing = pick(held)
  const { meaning, role, hasEnded } = standing
  if (sourceId === null) return sink.rejected(null, problem('person.without_id', place))
  if (meaning?.kind === 'other') return sink.leftOut(null, 'person.other_role', role ?? '', place)
  if (row.hasEnded || hasEnded) return sink.gone(null, meaning?.kind ?? 'person', sourceId, place)
  if (role === null && holdsChanges) return tellChanged(sink, null, { row, sourceId, standing })
  if (meaning === null) return sink.rejected(null, roleProblem(place, role))
  sink.rejected(null, problem('person.without_school', { ...place, value: sourceId }), { kind: meaning.kind, sourceId })
}

/** The row of somebody sent earlier, whose role this package does not repeat. */
function tellChanged(sink: ReadSink, school: SchoolKey, it: { row: PersonRow; sourceId: string; standing: Standing }) {
  const { row, sourceId, standing } = it
  const as = (meaning: KnownRole) => {
    const { fields, warnings } = row.fieldsAs(meaning, standing)
    const { userType: _, ...others } = fields
    return { fields: others, warnings }
  }
  const [pupil, staff] = [as({ kind: 'pupil', userType: 'Student' }), as({ kind: 'staff', userType: 'Staff' })]
  sink.changed(school, { sourceId, fields: { pupil: pupil.fields, staff: staff.fields } }, row.place, true)
  for (const warning of staff.warnings) sink.warning(school, warning)
}

function roleProblem(place: Place, role: string | null): Problem {
  if (role === null) return problem('person.without_role', { ...place, column: 'role' })
  return problem('person.value_not_listed', { ...place, column: 'role', value: role, params: { allowed: KNOWN_ROLES } })
}

/** Whether a person of this id has been used at a school. */
export function isUsedAt({ used, hasIdsPerKind }: PersonDesk, school: string, sourceId: string): boolean {
  const keys = hasIdsPerKind ? [`pupil:${school}`, `staff:${school}`] : [school]
  return keys.some((key) => used.get(key)?.has(sourceId) === true)
}

function isFirstUse(desk: PersonDesk, sourceId: string, at: { school: string; kind: PersonKind }): boolean {
  const key = desk.hasIdsPerKind ? `${at.kind}:${at.school}` : at.school
  const ids = desk.used.get(key) ?? new Set()
  desk.used.set(key, ids)
  const before = ids.size
  return ids.add(sourceId).size > before
}

/** A role that makes somebody a pupil or a member of staff comes before others (a parent who teaches is staff), then the primary one. */
function pick(held: readonly Held[]): Held {
  const ours = held.filter((it) => personKindOf(it.meaning) !== null)
  const known = held.filter((it) => it.meaning !== null)
  const choice = [ours, known, held].find((list) => list.length > 0) ?? []
  const picked = choice.find((it) => it.isPrimary) ?? choice[0]
  if (!picked) throw new Error('A person row was told without any standing.')
  return picked
}
