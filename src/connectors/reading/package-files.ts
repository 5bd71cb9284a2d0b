import { problem } from '../../kernel/index.ts'
import type { FileReadRequest, ReadSink, SourceFile } from '../connector.ts'
import { type ColumnNames, leaveOutRows, openFileTable, type TableOpening } from './file-table.ts'

/** The files of one package by their names, found in any case: `Users.CSV` is `users`. */
export interface PackageFiles {
  has(name: string): boolean
  /** The file's name as its owner wrote it, or `<name>.csv` where there is none. */
  fileNameOf(name: string): string
  open<Name extends string>(name: string, columns: ColumnNames<Name>): Promise<TableOpening<Name>>
  /** Counts the rows of a file that is right but not for us: each is told as left out. */
  leaveOut(name: string): Promise<void>
  /** Warns of every file whose name is not among `known`. Their rows are not counted. */
  warnOfOthers(known: readonly string[]): void
}

/** Makes the files of a request findable. Problems of headers and of files that cannot be opened go to the sink. */
export function packageFiles(request: FileReadRequest, sink: ReadSink): PackageFiles {
  const byName = new Map<string, SourceFile>()
  const spare: SourceFile[] = []
  for (const file of request.files) {
    const name = stemOf(file.name)
    if (byName.has(name)) spare.push(file)
    else byName.set(name, file)
  }
  const find = (name: string) => byName.get(name.toLowerCase())
  return {
    has: (name) => find(name) !== undefined,
    fileNameOf: (name) => find(name)?.name ?? `${name}.csv`,
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

/** The name by which a package knows a file: lower case, without its ending. */
export function stemOf(fileName: string): string {
  return fileName
    .toLowerCase()
    .replace(/\.gz$/, '')
    .replace(/\.[^.]*$/, '')
}
