import { type Problem, problem } from '../../kernel/index.ts'
import type { FileReadRequest, ReadSink, SourceFile } from '../connector.ts'
import { type ColumnNames, eachRecordOf, eachValueOf, leaveOutRows, missingColumn, openFileTable, type TableOpening } from './file-table.ts'

/** The files of one package by their names, found in any case: `Users.CSV` is `users`. */
export interface PackageFiles {
  has(name: string): boolean
  /** The file's name as its owner wrote it, or `<name>.csv` where there is none. */
  fileNameOf(name: string): string
  /** The header only, empty where there is none; nothing is told. */
  header(name: string): Promise<readonly string[]>
  /** Why a file that is there cannot be read: it does not open, or lacks a required column. Nothing is told. */
  whyUnreadable(name: string, columns: ColumnNames<string>): Promise<Problem | null>
  /** Every value of one column, trimmed, blank ones left out; nothing is told. */
  eachValue(name: string, headers: readonly string[], take: (text: string) => void): Promise<void>
  /** The values of these columns, row by row; nothing is told. */
  eachRecord<Name extends string>(
    name: string,
    columns: ColumnNames<Name>,
    take: (value: (name: Name) => string | null) => void,
  ): Promise<void>
  open<Name extends string>(name: string, columns: ColumnNames<Name>): Promise<TableOpening<Name>>
  /** Counts the rows of a file that is right but not for us: each is told as left out. */
  leaveOut(name: string): Promise<void>
  /** Warns of every file whose name is not among `known`. Their rows are not counted. */
  warnOfOthers(known: readonly string[]): void
}

/**
 * Makes the files of a request findable. Problems of headers and of files that cannot be opened go to the sink.
 * `renamed`: files that are what the key says, whatever their own name.
 */
export function packageFiles(request: FileReadRequest, sink: ReadSink, renamed: Readonly<Record<string, SourceFile>> = {}): PackageFiles {
  const byName = new Map<string, SourceFile>()
  const spare: SourceFile[] = []
  for (const [name, file] of Object.entries(renamed)) byName.set(name, file)
  for (const file of request.files.filter((each) => !Object.values(renamed).includes(each))) {
    const name = stemOf(file.name)
    if (byName.has(name)) spare.push(file)
    else byName.set(name, file)
  }
  const find = (name: string) => byName.get(name.toLowerCase())
  return {
    has: (name) => find(name) !== undefined,
    fileNameOf: (name) => find(name)?.name ?? `${name}.csv`,
    async header(name) {
      const file = find(name)
      return file ? headerOf(request, file) : []
    },
    async whyUnreadable(name, columns) {
      const file = find(name)
      if (!file) return null
      const opened = await request.openTable(file)
      if (!opened.ok) return opened.failure
      const missing = missingColumn(opened.value.header, columns)
      return missing === null ? null : problem('file.column_missing', { file: file.name, line: 1, column: missing })
    },
    async eachValue(name, headers, take) {
      const file = find(name)
      const opened = file ? await request.openTable(file) : null
      if (opened?.ok) await eachValueOf(opened.value, headers, take)
    },
    async eachRecord(name, columns, take) {
      const file = find(name)
      const opened = file ? await request.openTable(file) : null
      if (opened?.ok) await eachRecordOf(opened.value, columns, take)
    },
    open: (name, columns) => openFileTable({ request, sink, file: find(name) ?? null, columns }),
    async leaveOut(name) {
      const opening = await openFileTable({ request, sink, file: find(name) ?? null, columns: { optional: {} } })
      if (opening.state === 'open') await leaveOutRows(opening.table, sink)
    },
    warnOfOthers(known) {
      const names = new Set(known.map((name) => name.toLowerCase()))
      const others = [...byName].flatMap(([name, file]) => (names.has(name) ? [] : [file]))
      for (const file of [...others, ...spare]) sink.warning(null, problem('package.unknown_file', { file: file.name }))
    },
  }
}

/** The header of a file; empty where it cannot be opened. */
export async function headerOf(request: FileReadRequest, file: SourceFile): Promise<readonly string[]> {
  const opened = await request.openTable(file)
  return opened.ok ? opened.value.header : []
}

/** The name by which a package knows a file: lower case, without its ending. */
export function stemOf(fileName: string): string {
  return fileName
    .toLowerCase()
    .replace(/\.gz$/, '')
    .replace(/\.[^.]*$/, '')
}
