import { type Problem, problem } from '../../kernel/index.ts'
import { Vocabulary } from '../../matching/index.ts'
import { mapColumns, type PersonKind, unmappedColumns } from '../../roster/index.ts'
import { failed } from '../command.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { matchGroups } from './match-groups.ts'
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

/** `muster match`: pairs two files and writes the pairs. Needs no database. */
export async function runMatch(options: MatchOptions, io: Io): Promise<ExitCode> {
  const maps = await readMap(options.map)
  if (!maps.ok) return wrongUse(io, maps.failure)
  const wrong = wrongField(maps.value)
  if (wrong !== null) return wrongUse(io, wrong)
  const sides = await readSides(options, maps.value, io)
  if (typeof sides === 'number') return sides
  const missing = missingColumns(maps.value, sides)
  if (missing.length > 0) {
    return wrongUse(io, `The map names columns that are not there: ${missing.join(', ')}. Write them exactly as in the header row.`)
  }
  return writePairs(options.out, sides, io)
}

interface BothSides {
  readonly vocabulary: Vocabulary
  readonly directory: Side
  readonly source: Side
}

/** Reads both files and tells what is wrong in them. */
async function readSides(options: MatchOptions, maps: Maps, io: Io): Promise<BothSides | ExitCode> {
  const teller = problemTeller(io)
  const common = { schoolColumn: options.schoolColumn ?? null, role: options.role ?? null }
  const vocabulary = new Vocabulary()
  const sides: Side[] = []
  for (const name of ['directory', 'source'] as const) {
    const { problems, side } = await readSide({ ...common, path: options[name], map: maps[name] }, vocabulary)
    teller.tellAll(problems)
    if (!side.ok) {
      teller.tell(side.failure)
      teller.end()
      return isWrongUse(side.failure, options, maps[name]) ? EXIT.wrongUse : EXIT.failed
    }
    sides.push(side.value)
  }
  teller.end()
  const [directory, source] = sides
  return directory === undefined || source === undefined ? EXIT.failed : { vocabulary, directory, source }
}

async function writePairs(out: string, { vocabulary, directory, source }: BothSides, io: Io): Promise<ExitCode> {
  try {
    const done = await matchGroups({ vocabulary, directory: directory.people, source: source.people }, out, io.stopped)
    if (done === null) return EXIT.failed
    const counts = `${directory.people.size} of ${directory.rows} rows of the directory and ${source.people.size} of ${source.rows} of the source were used`
    io.out(`${done.matched} matched, ${done.mayMatch} may match: ${out}\n${counts}.\n`)
    return EXIT.done
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return failed(io, problem('file.cannot_write', { params: { path: out, reason: String(error.code) } }))
  }
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

function missingColumns(maps: Maps, { directory, source }: BothSides): string[] {
  if (maps.isShared) return unmappedColumns([directory.header, source.header], maps.directory)
  return [...unmappedColumns([directory.header], maps.directory), ...unmappedColumns([source.header], maps.source)]
}

/** A column that the command line or its map named and the file does not have is a slip of theirs, not of the file. */
function isWrongUse({ code, column }: Problem, options: MatchOptions, map: Readonly<Record<string, string>>): boolean {
  if (code === 'file.without_id_column') return map['id'] !== undefined
  return code === 'file.column_missing' && column === options.schoolColumn
}
