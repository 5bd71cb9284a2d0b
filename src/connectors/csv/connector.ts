import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { unmappedColumns } from '../../roster/index.ts'
import { type Carried, FILE_SCHOOL, type FileConnector, type FileReadRequest, type ReadSink, type ReadSummary } from '../connector.ts'
import { missingEchalkColumns } from './echalk.ts'
import { closeMemberships, memberships } from './memberships.ts'
import { headerOf, openPeopleFile, type PeopleFile } from './people-file.ts'
import { type Desk, readPeople } from './read-people.ts'
import { namesSchools } from './school-of-row.ts'
import { type Survey, survey } from './survey.ts'
import { usedPeople } from './used-people.ts'

/**
 * Any table of people whose headers are recognised or mapped: exports of UK and US systems, eChalk's user file, Ed-Fi
 * extracts. Each file is read twice: once for what only all its rows can tell, once for its people.
 */
export const plainCsv: FileConnector = { id: 'csv', title: 'CSV or TSV file', recognises, read }

async function recognises(request: FileReadRequest): Promise<boolean> {
  for (const file of request.files) {
    const opened = await openPeopleFile(request, file)
    // a map that does not fit is a reason to say so, not to look further
    if (opened.ok ? opened.value !== null : request.map !== null) return true
  }
  return false
}

async function read(request: FileReadRequest, sink: ReadSink): Promise<Result<ReadSummary, Problem>> {
  const opened = await openAll(request, sink)
  if (!opened.ok) return opened
  const desk: Desk = {
    ...memberships(),
    ...{
      sink,
      now: request.now,
      used: usedPeople(),
      namedSchools: new Set<string>(),
      counts: { pupil: 0, staff: 0, substitute: 0, refused: 0 },
    },
  }
  const surveys: Survey[] = []
  for (const file of opened.value) {
    const surveyed = await readFile(desk, request, file)
    if (!surveyed.ok) return surveyed
    surveys.push(surveyed.value)
  }
  if (surveys.every(({ rows }) => rows === 0)) return fail(problem('file.without_rows', { file: opened.value[0]?.file.name ?? null }))
  closeMemberships(desk, sink)
  return ok(summaryOf(desk, opened.value, surveys))
}

/** The files of people. Without any, the reason is the first file's. */
async function openAll(request: FileReadRequest, sink: ReadSink): Promise<Result<readonly PeopleFile[], Problem>> {
  const files: PeopleFile[] = []
  const refused: Problem[] = []
  for (const file of request.files) {
    const opened = await openPeopleFile(request, file)
    if (opened.ok && opened.value !== null) files.push(opened.value)
    else refused.push(opened.ok ? problem('file.columns_unknown', { file: file.name }) : opened.failure)
  }
  const [first = problem('file.source_empty')] = refused
  if (files.length === 0) return fail(first)
  const headers = files.map(({ table }) => table.header)
  const [unmapped] = unmappedColumns(headers, request.map ?? {})
  if (unmapped !== undefined) return fail(problem('file.map_unknown_column', { file: files[0]?.file.name ?? null, column: unmapped }))
  for (const file of files) {
    const missing = file.isEchalk ? missingEchalkColumns(file.file.name, file.table.header) : null
    if (missing !== null) return fail(missing)
  }
  for (const reason of refused) sink.warning(null, reason)
  return ok(files)
}

async function readFile(desk: Desk, request: FileReadRequest, file: PeopleFile): Promise<Result<Survey, Problem>> {
  const { name } = file.file
  const school = namesSchools(file) ? null : FILE_SCHOOL
  for (const it of file.table.problems) desk.sink.warning(school, it)
  const found = await survey(file)
  if (found.rows === 0) desk.sink.warning(null, problem('file.without_rows', { file: name }))
  if (found.isDateOrderGuessed) {
    const at = { file: name, column: headerOf(file, 'birthDate'), params: { readAs: found.dateOrder } }
    desk.sink.warning(school, problem('file.dates_ambiguous', at))
  }
  const again = await request.openTable(file.file)
  if (!again.ok) return again
  const before = desk.counts.substitute
  await readPeople(desk, file, { survey: found, table: again.value })
  const count = desk.counts.substitute - before
  if (count > 0) desk.sink.warning(school, problem('file.substitute_ids', { file: name, params: { count } }))
  return ok(found)
}

const PART: Carried = { extent: 'part', why: 'one plain CSV file never proves absence unless it is declared full' }
const ABSENT: Carried = { extent: 'absent' }

function summaryOf(desk: Desk, files: readonly PeopleFile[], surveys: readonly Survey[]): ReadSummary {
  const hasClasses = files.some(({ columns }) => columns.registrationClass !== undefined || columns.subjectClass !== undefined)
  // classes stand in the rows of people: one that was not read may have been the only one to name its class
  const broken: Carried = { extent: 'part', why: 'rows of the file could not be read', isCertain: true }
  const hasBrokenRows = surveys.some((it) => it.hasBrokenRows)
  return {
    format: files.every(({ isEchalk }) => isEchalk) ? 'echalk' : 'csv',
    hasUsGrades: surveys.some(({ hasUsGrades }) => hasUsGrades),
    carries: {
      pupil: desk.counts.pupil > 0 ? PART : ABSENT,
      staff: desk.counts.staff > 0 ? PART : ABSENT,
      class: hasClasses ? (hasBrokenRows || desk.counts.refused > 0 ? broken : PART) : ABSENT,
      enrolment: hasClasses ? (hasBrokenRows ? broken : { extent: 'whole' }) : ABSENT,
    },
  }
}
