import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import { type BrokenRow, openSource, openTable, type Row, type Table } from '../../tables/index.ts'
import { dateReaderFor } from './birth-dates.ts'
import { findColumns } from './find-columns.ts'
import { type Entry, readRecords } from './read-records.ts'

/** How one of the two files is to be read. */
export interface SideRequest {
  readonly path: string
  readonly map: Readonly<Record<string, string>>
  readonly schoolColumn: string | null
  readonly role: PersonKind | null
}

export interface Side {
  readonly header: readonly string[]
  readonly rows: number
  readonly entries: readonly Entry[]
}

/** Reads one of the two files whole. A failure is a file that cannot be matched at all. */
export async function readSide(request: SideRequest, tell: (problem: Problem) => void): Promise<Result<Side, Problem>> {
  const source = await openSource(request.path)
  if (!source.ok) return source
  try {
    const [file, ...others] = source.value.files
    if (file === undefined || others.length > 0) return fail(problem('file.not_one_table', { file: source.value.name }))
    const table = await openTable(file)
    return table.ok ? await readTable(table.value, request, tell) : table
  } finally {
    source.value.close()
  }
}

async function readTable(table: Table, request: SideRequest, tell: (problem: Problem) => void): Promise<Result<Side, Problem>> {
  const { file, header } = table
  for (const it of table.problems) tell(it)
  const found = findColumns(header, { ...request, file, isStaff: request.role === 'staff' })
  if (!found.ok) return found
  const rows: (Row | BrokenRow)[] = []
  for await (const batch of table.rows()) for (const row of batch) rows.push(row)
  const at = found.value.columns.birthDate
  const dates = at === undefined ? [] : rows.flatMap((row) => ('values' in row ? row.values[at]?.trim() || [] : []))
  const readDate = dateReaderFor(dates)
  if (readDate === null) return fail(problem('file.birth_dates_unreadable', { file, column: header[at ?? 0] ?? null }))
  const entries = readRecords(rows, { file, found: found.value, role: request.role, readDate }, tell)
  return ok({ header, rows: rows.length, entries })
}
