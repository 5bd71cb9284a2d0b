import { type Problem, problem } from '../../kernel/index.ts'
import { foldHeader, isSecretColumn } from '../../roster/index.ts'
import type { FileReadRequest, Place, ReadSink, Row, SourceFile, Table } from '../connector.ts'

/**
 * The columns a reader asks for: our name for each, with the header names that may stand over it, best first.
 * Compared as `foldHeader` folds them, so that `ext_` and `metadata.` extras never pass for a defined column.
 */
export interface ColumnNames<Name extends string> {
  /** Without these the file cannot be read. */
  readonly required?: Partial<Record<Name, readonly string[]>>
  /** Without these a warning is due. */
  readonly expected?: Partial<Record<Name, readonly string[]>>
  readonly optional: Partial<Record<Name, readonly string[]>>
}

export interface FileTable<Name extends string> {
  readonly file: string
  has(name: Name): boolean
  /** Trimmed; null where the cell is blank or there is no such column. */
  value(row: Row, name: Name): string | null
  placeOf(row: Row): Place
  /** Every row once, in file order. Resolves to how many there were, broken ones included. */
  eachRow(take: RowTaker): Promise<number>
}

export interface RowTaker {
  row(row: Row): void
  broken(problem: Problem): void
}

export type TableOpening<Name extends string> =
  | { readonly state: 'open'; readonly table: FileTable<Name> }
  | { readonly state: 'absent' }
  /** The sink has been warned, and the rows that could be counted are told as left out. */
  | { readonly state: 'unreadable'; readonly problem: Problem }

interface FileToOpen<Name extends string> {
  readonly request: FileReadRequest
  readonly sink: ReadSink
  readonly file: SourceFile | null
  readonly columns: ColumnNames<Name>
}

/** Opens one file of a package and finds its columns. */
export async function openFileTable<Name extends string>(it: FileToOpen<Name>): Promise<TableOpening<Name>> {
  if (it.file === null) return { state: 'absent' }
  const opened = await it.request.openTable(it.file)
  if (!opened.ok) {
    it.sink.warning(null, opened.failure)
    return { state: 'unreadable', problem: opened.failure }
  }
  for (const headerProblem of opened.value.problems) it.sink.warning(null, headerProblem)
  const table = fileTable(opened.value, it.columns)
  const missing = missingColumn(opened.value.header, it.columns)
  if (missing !== null) {
    const unreadable = problem('file.column_missing', { file: table.file, line: 1, column: missing })
    it.sink.warning(null, unreadable)
    await leaveOutRows(table, it.sink)
    return { state: 'unreadable', problem: unreadable }
  }
  for (const name of namesOf(it.columns.expected).filter(([each]) => !table.has(each))) {
    it.sink.warning(null, problem('file.column_expected', { file: table.file, line: 1, column: headerNameOf(name) }))
  }
  return { state: 'open', table: { ...table, eachRow: (take) => orWarn(table, take, it.sink) } }
}

/** Reads all rows and warns where there are none. */
async function orWarn<Name extends string>(table: FileTable<Name>, take: RowTaker, sink: ReadSink): Promise<number> {
  const count = await table.eachRow(take)
  if (count === 0) sink.warning(null, problem('file.without_rows', { file: table.file }))
  return count
}

/** The first column without which a file with this header cannot be read; null when all are there. */
export function missingColumn(header: readonly string[], columns: ColumnNames<string>): string | null {
  const missing = namesOf(columns.required).find(([, names]) => !names.some((name) => hasColumn(header, name)))
  return missing ? headerNameOf(missing) : null
}

/** Whether a header has a column of that name, in any spelling that `ColumnNames` allows. */
export function hasColumn(header: readonly string[], name: string): boolean {
  return header.some((each) => foldHeader(each) === foldHeader(name))
}

/** Every value of the first of these columns that a table has; broken rows and blank cells are passed over. */
export async function eachValueOf(table: Table, headers: readonly string[], take: (text: string) => void): Promise<void> {
  const column = fileTable(table, { optional: { column: headers } })
  const row = (it: Row): void => {
    const text = column.value(it, 'column')
    if (text !== null) take(text)
  }
  if (column.has('column')) await column.eachRow({ row, broken: () => {} })
}

/** The values of these columns, row by row; broken rows are passed over, and nothing is told. */
export async function eachRecordOf<Name extends string>(
  table: Table,
  columns: ColumnNames<Name>,
  take: (value: (name: Name) => string | null) => void,
): Promise<void> {
  const known = fileTable(table, columns)
  await known.eachRow({ row: (it) => take((name) => known.value(it, name)), broken: () => {} })
}

/** Tells every row of a table as left out. */
export async function leaveOutRows(table: FileTable<string>, sink: ReadSink): Promise<void> {
  await table.eachRow({
    row: () => sink.otherRow(table.file, 'leftOut'),
    broken: (broken) => sink.otherRejected(null, table.file, broken, null),
  })
}

function headerNameOf([name, headers]: readonly [string, readonly string[]]): string {
  return headers[0] ?? name
}

/** Which of the columns asked for a table has, and reading by their names. */
function fileTable<Name extends string>(table: Table, columns: ColumnNames<Name>): FileTable<Name> {
  const header = table.header.map(foldHeader)
  const indexes = new Map<Name, number>()
  for (const [name, headers] of [columns.required, columns.expected, columns.optional].flatMap(namesOf)) {
    const index = headers.map((each) => header.indexOf(foldHeader(each))).find((each) => each >= 0)
    if (index !== undefined) indexes.set(name, index)
  }
  const hasSecrets = table.header.some(isSecretColumn)
  return {
    file: table.file,
    has: (name) => indexes.has(name),
    value(row, name) {
      const index = indexes.get(name)
      const text = index === undefined ? '' : (row.values[index] ?? '').trim()
      return text === '' ? null : text
    },
    placeOf: (row) => ({ file: table.file, line: row.line }),
    eachRow: (take) => eachRow(table, take, hasSecrets),
  }
}

async function eachRow(table: Table, take: RowTaker, hasSecrets: boolean): Promise<number> {
  let count = 0
  for await (const batch of table.rows()) {
    count += batch.length
    for (const row of batch) {
      if ('values' in row) take.row(row)
      // a broken row is quoted as it stands, and a password may stand in it
      else take.broken(hasSecrets ? { ...row.problem, value: null } : row.problem)
    }
  }
  return count
}

function namesOf<Name extends string>(names: Partial<Record<Name, readonly string[]>> | undefined): [Name, readonly string[]][] {
  // safe: the keys of such a record are the names it is typed with
  return Object.entries(names ?? {}) as [Name, readonly string[]][]
}
