import { fail, ok, type Problem, type Result } from '../../kernel/index.ts'
import type { FileReadRequest, ReadSink } from '../connector.ts'
import {
  type ColumnNames,
  classDesk,
  closePersonDesk,
  closeSchoolBook,
  type FileTable,
  type PackageFiles,
  personDesk,
  type RowTaker,
  schoolBook,
} from '../reading/index.ts'
import { MEMBERSHIP_COLUMNS, SCHOOL_COLUMNS, SECTION_COLUMNS, STUDENT_COLUMNS, TEACHER_COLUMNS } from './columns.ts'
import { takeMemberships, takeSchools, takeSections } from './take-classes.ts'
import { takeStudents, takeTeachers } from './take-people.ts'
import type { V1Reading } from './v1-reading.ts'

/** How many rows each file had; null where it is missing or cannot be read. */
export type V1Rows = Readonly<Record<'School' | 'Section' | 'Student' | 'Teacher' | 'StudentEnrollment' | 'TeacherRoster', number | null>>

/** Reads the six files of School Data Sync v1, or of its UK flavour. Fails when a file of people cannot be read. */
export async function readV1(request: FileReadRequest, files: PackageFiles, sink: ReadSink): Promise<Result<V1Rows, Problem>> {
  const unreadable = await unreadablePeople(files)
  if (unreadable !== null) return fail(unreadable)
  const schools = schoolBook(sink)
  const people = personDesk(sink, schools, true)
  const reading: V1Reading = { sink, schools, people, classes: classDesk(sink), today: request.now.toISOString().slice(0, 10) }
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
  return ok(rows)
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
