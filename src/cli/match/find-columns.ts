import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { type Columns, foldHeader, mapColumns, recogniseColumns } from '../../roster/index.ts'

/** Where the fields of one file stand. */
export interface FoundColumns {
  readonly columns: Columns
  /** Column that says the school; null when the file is one school. */
  readonly school: number | null
}

/** Finds the columns of one file: those of the map first, then those whose headers are recognised. */
export function findColumns(
  header: readonly string[],
  {
    file,
    map,
    schoolColumn,
    isStaff,
  }: Readonly<{ file: string; map: Readonly<Record<string, string>>; schoolColumn: string | null; isStaff: boolean }>,
): Result<FoundColumns, Problem> {
  const mapped = mapColumns(header, map)
  if (!mapped.ok) return mapped
  const columns = recogniseColumns(header, isStaff, mapped.value)
  if (columns.id === undefined)
    return fail(problem('file.without_id_column', { file, column: 'id', params: { columns: header.join(', ') } }))
  if (schoolColumn === null) return ok({ columns, school: null })
  const school = header.findIndex((name) => foldHeader(name) === foldHeader(schoolColumn))
  if (school < 0) return fail(problem('file.column_missing', { file, column: schoolColumn }))
  return ok({ columns, school })
}
