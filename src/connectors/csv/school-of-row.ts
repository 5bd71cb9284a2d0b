import { foldHeader } from '../../roster/index.ts'
import { FILE_SCHOOL, type ReadSink, type Row } from '../connector.ts'
import { cell, headerOf, type PeopleFile } from './people-file.ts'

/** Whether the rows of a file name their schools. */
export function namesSchools({ columns }: PeopleFile): boolean {
  return columns.school !== undefined || columns.schoolName !== undefined
}

/** The schools a row belongs to: by id, else by name; the file's own school where no column names one; none for a blank cell. */
export function schoolsOf(file: PeopleFile, row: Row): readonly string[] {
  if (!namesSchools(file)) return [FILE_SCHOOL]
  const text = cell(file, row, 'school') ?? (file.columns.school === undefined ? cell(file, row, 'schoolName') : null)
  if (text === null) return []
  if (!/^orgs?sourcedids?$/.test(foldHeader(headerOf(file, 'school') ?? ''))) return [text]
  const ids = text.split(',').map((id) => id.trim())
  return [...new Set(ids.filter((id) => id !== ''))]
}

/** Tells the names of schools, each once. */
export function tellSchools(desk: { sink: ReadSink; namedSchools: Set<string> }, file: PeopleFile, row: Row): void {
  const [school, second] = schoolsOf(file, row)
  if (school === undefined || school === FILE_SCHOOL || second !== undefined || desk.namedSchools.has(school)) return
  const name = cell(file, row, 'schoolName') ?? (isName(file, school) ? school : null)
  if (name === null) return
  desk.namedSchools.add(school)
  desk.sink.school({ externalId: school, name }, null)
}

/** A column headed just "School" may hold codes or names; a name has letters and a space. */
function isName(file: PeopleFile, text: string): boolean {
  return foldHeader(headerOf(file, 'school') ?? '') === 'school' && /\p{L}{2,}.*\s/u.test(text)
}
