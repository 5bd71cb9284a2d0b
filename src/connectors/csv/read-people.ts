import { type Problem, problem } from '../../kernel/index.ts'
import { KNOWN_ROLES, type PersonFields, type PersonKind, type RoleMeaning } from '../../roster/index.ts'
import { FILE_SCHOOL, isSummary, type Place, type ReadSink, type Row, type SchoolKey, type Table } from '../connector.ts'
import { ECHALK_ALLOWED, readUserType } from './echalk.ts'
import { type Memberships, tellMemberships } from './memberships.ts'
import { cell, headerOf, listedCell, type PeopleFile } from './people-file.ts'
import { echalkRefusal, type FieldsRead, type PersonRow, readFields } from './person-fields.ts'
import { readAnyRole } from './roles.ts'
import { namesSchools, schoolsOf, tellSchools } from './school-of-row.ts'
import { idFieldOf, sourceIdOf } from './source-ids.ts'
import type { Survey } from './survey.ts'
import type { UsedPeople } from './used-people.ts'
import { saysEnded } from './values.ts'

/** Takes the people of all files of a package; remembers who came, not what was said about them. */
export interface Desk extends Memberships {
  readonly sink: ReadSink
  readonly now: Date
  readonly used: UsedPeople
  readonly namedSchools: Set<string>
  readonly counts: Record<PersonKind | 'substitute' | 'refused', number>
}

/** Tells every row of a file to the sink, once per school. `table` is the file's table, opened afresh. */
export async function readPeople(desk: Desk, file: PeopleFile, read: { survey: Survey; table: Table }): Promise<void> {
  const school = namesSchools(file) ? null : FILE_SCHOOL
  for await (const batch of read.table.rows()) {
    for (const row of batch) {
      if ('values' in row && !isSummary(row.values)) tellRow(desk, { file, survey: read.survey }, row)
      else if ('values' in row || row.isLayout) desk.sink.leftOut(school, 'file.layout_row', '', { file: file.file.name, line: row.line })
      else refuse(desk, school, row.problem)
    }
  }
}

function tellRow(desk: Desk, { file, survey }: Pick<PersonRow, 'file' | 'survey'>, row: Row): void {
  tellSchools(desk, file, row)
  const schools = schoolsOf(file, row)
  const meaning = meaningOf(file, row)
  for (const school of schools.length === 0 ? [null] : schools) {
    const place = { file: file.file.name, line: row.line }
    if ('code' in meaning) refuse(desk, school, meaning)
    else if (meaning.kind === 'other') desk.sink.leftOut(school, 'person.other_role', cell(file, row, 'userType') ?? '', place)
    else tellPerson(desk, { file, survey, row, meaning }, { school, place })
  }
}

/** What the person is to us; a problem where the role column says nothing or something unknown. */
function meaningOf(file: PeopleFile, row: Row): RoleMeaning | Problem {
  if (file.kind === 'pupil') return { kind: 'pupil', userType: 'Student' }
  if (file.kind === 'staff') return { kind: 'staff', userType: 'Staff' }
  const value = cell(file, row, 'userType') ?? (file.isEchalk ? null : listedCell(file, row, 'role'))
  const meaning = value === null ? null : file.isEchalk ? readUserType(value) : readAnyRole(value)
  const at = { file: file.file.name, line: row.line, column: headerOf(file, 'userType'), value }
  if (meaning !== null) return meaning
  if (value === null && !file.isEchalk) return problem('person.without_role', at)
  return problem('person.value_not_listed', { ...at, params: { allowed: file.isEchalk ? ECHALK_ALLOWED.userType : KNOWN_ROLES } })
}

function tellPerson(desk: Desk, it: PersonRow, { school, place }: { school: SchoolKey; place: Place }): void {
  const { kind } = it.meaning
  const read = readFields(it, desk.now)
  const { sourceId, isSubstitute } = sourceIdOf(it.file, it.row, { kind, fields: read.fields })
  const at = { ...place, column: headerOf(it.file, idFieldOf(it.file, kind) ?? 'fullName'), value: isSubstitute ? null : sourceId }
  if (sourceId === null) {
    refuse(desk, school, problem('person.without_id', at))
    return
  }
  const who = { kind, sourceId }
  if (school === null) {
    refuse(desk, null, problem('person.without_school', at), who)
    return
  }
  const refusal = echalkRefusal(it) ?? (holdsAnything(read.fields) ? null : problem('person.only_an_id', at))
  const { leavingDate: leftOn } = read
  // on the day itself they are still there
  const hasLeft = leftOn !== undefined && leftOn < desk.now.toISOString().slice(0, 10)
  if (refusal === null && (hasLeft || saysEnded(cell(it.file, it.row, 'status')))) {
    desk.sink.gone(school, kind, sourceId, hasLeft ? { ...place, leftOn } : place)
    return
  }
  const before = refusal === null ? desk.used.meet({ school, kind, sourceId }, read.fields) : null
  if (refusal !== null) refuse(desk, school, refusal, who)
  else if (before === 'somebody else') refuse(desk, school, problem('person.duplicate_id', at), who)
  else tellUsed(desk, it, { ...read, school, sourceId, place, isSubstitute, isRepeated: before === 'the same' })
}

function refuse({ sink, counts }: Desk, ...refused: Parameters<ReadSink['rejected']>): void {
  counts.refused += 1
  sink.rejected(...refused)
}

/** What is nobody: the heading of a group, or a row that was cleared and not removed. */
function holdsAnything(fields: Partial<PersonFields>): boolean {
  return (['firstName', 'lastName', 'knownAsFirstName', 'knownAsLastName', 'username', 'email', 'upn', 'birthDate'] as const).some(
    (name) => fields[name] != null,
  )
}

interface UsedRow extends FieldsRead {
  readonly school: string
  readonly sourceId: string
  readonly place: Place
  readonly isSubstitute: boolean
  /** The person stands in a row before; this one is left out but for its classes. */
  readonly isRepeated: boolean
}

function tellUsed(desk: Desk, it: PersonRow, used: UsedRow): void {
  const { school, sourceId, place, fields, warnings } = used
  const { kind } = it.meaning
  if (used.isRepeated) desk.sink.leftOut(school, 'person.row_repeats', kind, place)
  else {
    desk.sink.person(
      school,
      { kind, sourceId, fields, ...(used.leavingDate === undefined ? {} : { leavingDate: used.leavingDate }) },
      place,
    )
    for (const warning of warnings) desk.sink.warning(school, warning)
    desk.counts[kind] += 1
    if (used.isSubstitute) desk.counts.substitute += 1
  }
  tellMemberships(desk, it, { school, personSourceId: sourceId, yearGroup: fields.yearGroup ?? null, place })
}
