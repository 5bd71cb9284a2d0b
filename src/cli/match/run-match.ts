import { writeFile } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import { type Problem, problem } from '../../kernel/index.ts'
import type { MatchPair } from '../../matching/index.ts'
import { mapColumns, type PersonKind, unmappedColumns } from '../../roster/index.ts'
import { failed } from '../command.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { matchEntries } from './match-entries.ts'
import { type Maps, readMap } from './read-map.ts'
import { readSide, type Side } from './read-side.ts'
import { problemTeller } from './tell-problems.ts'

export interface MatchOptions {
  readonly directory: string
  readonly source: string
  readonly out: string
  readonly map?: string
  readonly role?: PersonKind
  readonly schoolColumn?: string
}

const HEADER = ['directory_id', 'source_id', 'status', 'probability', 'bits', 'reasons']

/** `muster match`: pairs two files and writes the pairs. Needs no database. */
export async function runMatch(options: MatchOptions, io: Io): Promise<ExitCode> {
  const maps = await readMap(options.map)
  if (!maps.ok) return wrongUse(io, maps.failure)
  const wrong = wrongField(maps.value)
  if (wrong !== null) return wrongUse(io, wrong)
  const teller = problemTeller(io)
  const common = { schoolColumn: options.schoolColumn ?? null, role: options.role ?? null }
  const sides: Side[] = []
  for (const side of ['directory', 'source'] as const) {
    const read = await readSide({ ...common, path: options[side], map: maps.value[side] }, teller.tell)
    if (!read.ok) {
      teller.tell(read.failure)
      teller.end()
      return isWrongUse(read.failure, options, maps.value[side]) ? EXIT.wrongUse : EXIT.failed
    }
    sides.push(read.value)
  }
  teller.end()
  const [directory, source] = sides
  if (directory === undefined || source === undefined) return EXIT.failed
  const missing = missingColumns(maps.value, directory, source)
  if (missing.length > 0) {
    return wrongUse(io, `The map names columns that are not there: ${missing.join(', ')}. Write them exactly as in the header row.`)
  }
  return writePairs(options.out, { directory, source }, io)
}

async function writePairs(
  out: string,
  { directory, source }: { readonly directory: Side; readonly source: Side },
  io: Io,
): Promise<ExitCode> {
  const pairs: MatchPair[] = []
  for (const found of matchEntries(directory.entries, source.entries)) {
    if (io.stopped.aborted) return EXIT.failed
    for (const pair of found) pairs.push(pair)
  }
  try {
    await writeFile(out, stringify([HEADER, ...pairs.map(rowOf)]))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return failed(io, problem('file.cannot_write', { params: { path: out, reason: String(error.code) } }))
  }
  const certain = pairs.filter((pair) => pair.verdict === 'certain').length
  const counts = `${directory.entries.length} of ${directory.rows} rows of the directory and ${source.entries.length} of ${source.rows} of the source were used`
  io.out(`${certain} matched, ${pairs.length - certain} may match: ${out}\n${counts}.\n`)
  return EXIT.done
}

function rowOf(pair: MatchPair): string[] {
  const status = pair.verdict === 'certain' ? 'matched' : 'may_match'
  const codes = [...pair.reasons.map((reason) => reason.code), ...pair.guards]
  return [pair.directoryId, pair.sourceId, status, pair.probability.toFixed(6), pair.bits.toFixed(2), codes.join(';')]
}

function wrongUse(io: Io, text: string): ExitCode {
  io.err(`${text}\n`)
  return EXIT.wrongUse
}

/** Unknown fields and password columns are refused before any file is opened. */
function wrongField(maps: Maps): string | null {
  for (const map of [maps.directory, maps.source]) {
    const columns = mapColumns([], map)
    if (!columns.ok)
      return `The map has a wrong entry: ${columns.failure.column}. Our fields are ${columns.failure.params?.['known'] ?? 'other ones; passwords are never read'}.`
  }
  return null
}

function missingColumns(maps: Maps, directory: Side, source: Side): string[] {
  if (maps.isShared) return unmappedColumns([directory.header, source.header], maps.directory)
  return [...unmappedColumns([directory.header], maps.directory), ...unmappedColumns([source.header], maps.source)]
}

/** A column that the command line or its map named and the file does not have is a slip of theirs, not of the file. */
function isWrongUse({ code, column }: Problem, options: MatchOptions, map: Readonly<Record<string, string>>): boolean {
  if (code === 'file.without_id_column') return map['id'] !== undefined
  return code === 'file.column_missing' && column === options.schoolColumn
}
