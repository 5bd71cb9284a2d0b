import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { Vocabulary } from '../../matching/index.ts'
import { mapColumns, type PersonKind, unmappedColumns } from '../../roster/index.ts'
import { failed } from '../command.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { Crew } from './crew.ts'
import type { Explain } from './pair-explainer.ts'
import { type Maps, readMap } from './read-map.ts'
import { type ReadSide, readSide, type Side, type SideRequest } from './read-side.ts'
import { joinGroups } from './school-groups.ts'
import { problemTeller } from './tell-problems.ts'
import { writePairs } from './write-pairs.ts'

export interface MatchOptions {
  readonly directory: string
  readonly source: string
  readonly out: string
  readonly map?: string
  readonly role?: PersonKind
  readonly schoolColumn?: string
  readonly threads: '1' | '2'
  readonly explain?: Explain
}

/** `muster match`: pairs two files and writes the pairs. Needs no database. */
export async function runMatch(options: MatchOptions, io: Io): Promise<ExitCode> {
  const maps = await readMap(options.map)
  if (!maps.ok) return wrongUse(io, maps.failure)
  const wrong = wrongField(maps.value)
  if (wrong !== null) return wrongUse(io, wrong)
  const isShared = options.threads === '2'
  const common = { schoolColumn: options.schoolColumn ?? null, role: options.role ?? null, isShared }
  const crew = new Crew(isShared ? 2 : 1, { ...common, path: options.source, map: maps.value.source })
  try {
    const sides = await readSides({ ...common, path: options.directory, map: maps.value.directory }, crew, io)
    if (!sides.ok) return exitCodeOf(sides.failure, options, maps.value)
    const missing = missingColumns(maps.value, sides.value)
    if (missing.length > 0) {
      return wrongUse(io, `The map names columns that are not there: ${missing.join(', ')}. Write them exactly as in the header row.`)
    }
    return await matchSides(options, sides.value, { crew, io })
  } finally {
    await crew.end()
  }
}

interface BothSides {
  readonly vocabulary: Vocabulary
  readonly directory: Side
  readonly source: Side
}

interface Hands {
  readonly crew: Crew
  readonly io: Io
}

interface SideFailure {
  readonly of: 'directory' | 'source'
  readonly problem: Problem
}

/** Reads both files and tells what is wrong in them. */
async function readSides(directory: SideRequest, crew: Crew, io: Io): Promise<Result<BothSides, SideFailure>> {
  const teller = problemTeller(io)
  const vocabulary = new Vocabulary()
  const read = async (of: SideFailure['of'], reading: Promise<ReadSide>): Promise<Result<Side, SideFailure>> => {
    const { problems, side } = await reading
    teller.tellAll(problems)
    if (side.ok) return side
    teller.tell(side.failure)
    return fail({ of, problem: side.failure })
  }
  try {
    const ours = await read('directory', readSide(directory, vocabulary))
    if (!ours.ok) return ours
    const theirs = await read('source', crew.read(vocabulary))
    return theirs.ok ? ok({ vocabulary, directory: ours.value, source: theirs.value }) : theirs
  } finally {
    teller.end()
  }
}

async function matchSides(options: MatchOptions, { vocabulary, directory, source }: BothSides, { crew, io }: Hands): Promise<ExitCode> {
  const { out, explain = null } = options
  const [ours, theirs] = [directory.grouped, source.grouped]
  const groups = joinGroups(vocabulary.schools, { directory: ours, source: theirs, sourceCodes: source.schoolCodes })
  try {
    const pairs = crew.match({ vocabulary, directory: ours.people, source: theirs.people }, { groups, explain })
    const written = await writePairs(pairs, { path: out, isExplained: explain !== null }, io.stopped)
    if (written === null) return EXIT.failed
    const counts = `${ours.people.size} of ${directory.rows} rows of the directory and ${theirs.people.size} of ${source.rows} of the source were used`
    io.out(`${written.matched} matched, ${written.mayMatch} may match: ${out}\n${counts}.\n`)
    return EXIT.done
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
    return failed(io, problem('file.cannot_write', { params: { path: out, reason: String(error.code) } }))
  }
}

/** A column that the command line or its map named and the file does not have is a slip of theirs, not of the file. */
function exitCodeOf({ of, problem: { code, column } }: SideFailure, options: MatchOptions, maps: Maps): ExitCode {
  const isOfMap = code === 'file.without_id_column' && maps[of]['id'] !== undefined
  const isOfOption = code === 'file.column_missing' && column === options.schoolColumn
  return isOfMap || isOfOption ? EXIT.wrongUse : EXIT.failed
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
