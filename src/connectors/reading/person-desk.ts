import { type Problem, problem } from '../../kernel/index.ts'
import { KNOWN_ROLES, type PersonFields, type PersonKind, personKindOf, type RoleMeaning, readRole } from '../../roster/index.ts'
import type { Place, ReadSink } from '../connector.ts'
import type { SchoolBook } from './school-book.ts'

/** What a person is at one organisation. */
export interface Standing {
  /** Null where the source names none. */
  readonly organisation: string | null
  /** The role as the source spells it; null where it says none. */
  readonly role: string | null
  /** Of several roles at one school the primary one counts. */
  readonly isPrimary: boolean
  readonly hasEnded: boolean
  /** Year group, where the source keeps it with the role. */
  readonly yearGroup: string | null
}

export interface PersonRow {
  readonly sourceId: string | null
  readonly place: Place
  readonly standings: readonly Standing[]
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

/** Tells rows of people to the sink: each exactly once per school it belongs to. */
export interface PersonDesk {
  tell(row: PersonRow): void
  /** Says how many people without a school were counted to the only one. */
  close(): void
}

interface Held extends Standing {
  readonly meaning: RoleMeaning | null
}

/** `hasIdsPerKind`: pupils and staff number themselves apart, so that the same ID in both is two people. */
export function personDesk(sink: ReadSink, schools: SchoolBook, hasIdsPerKind = false): PersonDesk {
  const seen = new Map<string, Set<string>>()
  let assumed: { readonly school: string; readonly first: Place; count: number } | null = null

  function isFirst(school: string, kind: PersonKind, sourceId: string): boolean {
    const key = hasIdsPerKind ? `${kind}:${school}` : school
    const ids = seen.get(key) ?? new Set()
    seen.set(key, ids)
    return ids.size < ids.add(sourceId).size
  }

  function tellAt(school: string, held: readonly Held[], row: PersonRow): void {
    const { sourceId, place } = row
    if (sourceId === null) return sink.rejected(school, problem('person.without_id', { ...place }))
    const current = row.hasEnded ? [] : held.filter((it) => !it.hasEnded)
    const standing = pick(current.length === 0 ? held : current)
    const { meaning, role } = standing
    if (meaning === null) return tellUnknown({ school, row, standing, isCurrent: current.length > 0 })
    if (meaning.kind === 'other') return sink.leftOut(school, 'person.other_role', role ?? '', place)
    if (current.length === 0) return sink.gone(school, meaning.kind, sourceId, place)
    if (!isFirst(school, meaning.kind, sourceId)) {
      const repeated = problem('person.duplicate_id', { ...place, value: sourceId })
      return sink.rejected(school, repeated, { kind: meaning.kind, sourceId })
    }
    if (current.some((it) => it.meaning && it.meaning.kind !== 'other' && it.meaning.kind !== meaning.kind)) {
      sink.warning(school, problem('person.pupil_and_staff', { ...place, value: sourceId, params: { role: role ?? '' } }))
    }
    const { fields, warnings } = row.fieldsAs(meaning, standing)
    sink.person(school, { kind: meaning.kind, sourceId, fields }, place)
    for (const warning of warnings) sink.warning(school, warning)
  }

  function tellUnknown(it: { school: string; row: PersonRow; standing: Held; isCurrent: boolean }): void {
    if (!it.isCurrent) return sink.leftOut(it.school, 'person.marked_deleted', it.standing.role ?? '', it.row.place)
    sink.rejected(it.school, roleProblem(it.row.place, it.standing.role))
  }

  function schoolOf(standing: Standing, place: Place): string | null {
    if (standing.organisation !== null) return schools.schoolOf(standing.organisation, place)
    const school = schools.schoolOfNone()
    if (school !== null && school !== '') {
      assumed ??= { school, first: place, count: 0 }
      assumed.count += 1
    }
    return school
  }

  return {
    tell(row) {
      const held = row.standings.map((it) => ({ ...it, meaning: it.role === null ? null : readRole(it.role) }))
      const named = held.filter((it) => it.organisation !== null)
      const bySchool = Map.groupBy(named.length > 0 ? named : held.slice(0, 1), (it) => schoolOf(it, row.place))
      for (const [school, atSchool] of bySchool) {
        if (school === null) tellNowhere(row, pick(atSchool), sink)
        else tellAt(school, atSchool, row)
      }
    },
    close() {
      if (!assumed) return
      const params = { count: assumed.count, school: assumed.school }
      sink.warning(assumed.school, problem('person.school_assumed', { file: assumed.first.file, line: assumed.first.line, params }))
    },
  }
}

/** A row that belongs to no school we can know. */
function tellNowhere(row: PersonRow, standing: Held, sink: ReadSink): void {
  const { sourceId, place } = row
  const { meaning, role } = standing
  if (sourceId === null) return sink.rejected(null, problem('person.without_id', { ...place }))
  if (meaning?.kind === 'other') return sink.leftOut(null, 'person.other_role', role ?? '', place)
  if (row.hasEnded || standing.hasEnded) return sink.leftOut(null, 'person.marked_deleted', role ?? '', place)
  const kind = personKindOf(meaning)
  if (kind === null) return sink.rejected(null, roleProblem(place, role))
  sink.rejected(null, problem('person.without_school', { ...place, value: sourceId }), { kind, sourceId })
}

function roleProblem(place: Place, role: string | null): Problem {
  if (role === null) return problem('person.without_role', { ...place, column: 'role' })
  return problem('person.value_not_listed', { ...place, column: 'role', value: role, params: { allowed: KNOWN_ROLES } })
}

/** Roles that make somebody a pupil or a member of staff come before others (a parent who teaches is staff), then the primary one. */
function pick(held: readonly Held[]): Held {
  const ours = held.filter((it) => personKindOf(it.meaning) !== null)
  const known = held.filter((it) => it.meaning !== null)
  const choice = [ours, known, held].find((list) => list.length > 0) ?? []
  const picked = choice.find((it) => it.isPrimary) ?? choice[0]
  if (!picked) throw new Error('a person row was told without any standing')
  return picked
}
