import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import type { FileReadRequest, ReadSink } from '../connector.ts'
import {
  type ColumnNames,
  classDesk,
  closePersonDesk,
  closeSchoolBook,
  dateOrderOf,
  type FileTable,
  hasColumn,
  noDateEvidence,
  type PackageFiles,
  personDesk,
  type RowTaker,
  readBirthDate,
  schoolBook,
  weighDate,
} from '../reading/index.ts'
import { MEMBERSHIP_COLUMNS, SCHOOL_COLUMNS, SECTION_COLUMNS, STUDENT_COLUMNS, TEACHER_COLUMNS } from './columns.ts'
import { takeMemberships, takeSchools, takeSections } from './take-classes.ts'
import { takeStudents, takeTeachers } from './take-people.ts'
import type { V1Reading } from './v1-reading.ts'

export const V1_FILES = ['School', 'Section', 'Student', 'Teacher', 'StudentEnrollment', 'TeacherRoster'] as const

export type V1File = (typeof V1_FILES)[number]

/** What a set of files turned out to hold. */
export interface V1Package {
  /** How many rows each file had; null where it is missing or cannot be read. */
  readonly rows: Readonly<Record<V1File, number | null>>
  readonly schoolsNotDescribed: number
}

/** Reads the six files of School Data Sync v1, or of its UK flavour. Fails when a file of people cannot be read. */
export async function readV1(request: FileReadRequest, files: PackageFiles, sink: ReadSink): Promise<Result<V1Package, Problem>> {
  const unreadable = await unreadablePeople(files)
  if (unreadable !== null) return fail(unreadable)
  const schools = schoolBook(sink)
  const people = personDesk(sink, schools, { hasIdsPerKind: true })
  const dateOf = await birthDateReader(request, files, sink)
  const reading: V1Reading = { sink, schools, people, classes: classDesk(sink), today: request.now.toISOString().slice(0, 10), dateOf }
  const rows = {
    School: await readFile(files, 'School', SCHOOL_COLUMNS, (table) => takeSchools(reading, table)),
    Section: await readFile(files, 'Section', SECTION_COLUMNS, (table) => takeSections(reading, table)),
    Student: await readFile(files, 'Student', STUDENT_COLUMNS, (table) => takeStudents(reading, table)),
    Teacher: await readFile(files, 'Teacher', TEACHER_COLUMNS, (table) => takeTeachers(reading, table)),
    StudentEnrollment: await readFile(files, 'StudentEnrollment', MEMBERSHIP_COLUMNS, (table) =>
      takeMemberships(reading, table, 'student'),
    ),
    TeacherRoster: await readFile(files, 'TeacherRoster', MEMBERSHIP_COLUMNS, (table) => takeMemberships(reading, table, 'teacher')),
  }
  closePersonDesk(people)
  closeSchoolBook(schools)
  return ok({ rows, schoolsNotDescribed: schools.undescribed.size })
}

/** Microsoft asks for M/D/YYYY; British exports have D/M/YYYY. The whole column decides; where it does not, it is Microsoft's. */
async function birthDateReader(request: FileReadRequest, files: PackageFiles, sink: ReadSink): Promise<V1Reading['dateOf']> {
  const evidence = noDateEvidence()
  await files.eachValue('Student', STUDENT_COLUMNS.optional.birthDate, (text) => weighDate(evidence, text))
  const { order, isGuess } = dateOrderOf(evidence, true)
  if (isGuess && (await hasUkHeaders(files))) {
    const at = { file: files.fileNameOf('Student'), column: 'Birthdate', params: { readAs: order } }
    sink.warning(null, problem('file.dates_ambiguous', at))
  }
  return (text) => readBirthDate(text, order, request.now)
}

/** Whether these are files of the UK flavour. */
export async function hasUkHeaders(files: PackageFiles): Promise<boolean> {
  for (const name of V1_FILES) {
    const header = await files.header(name)
    if (hasColumn(header, 'DfE Number') || hasColumn(header, 'School DfE Number')) return true
  }
  return false
}

async function readFile<Name extends string>(
  files: PackageFiles,
  name: string,
  columns: ColumnNames<Name>,
  take: (table: FileTable<Name>) => RowTaker,
): Promise<number | null> {
  const opening = await files.open(name, columns)
  return opening.state === 'open' ? opening.table.eachRow(take(opening.table)) : null
}

async function unreadablePeople(files: PackageFiles): Promise<Problem | null> {
  for (const [name, columns] of [['Student', STUDENT_COLUMNS] as const, ['Teacher', TEACHER_COLUMNS] as const]) {
    const missing = await files.whyUnreadable(name, columns)
    if (missing !== null) return missing
  }
  return null
}
