import path from 'node:path'
import { median } from '../measure.ts'
import { accuracyOf, readTruth, type Truth } from './accuracy.ts'
import type { CaseResult, CaseRow } from './case-result.ts'
import type { Case } from './cases.ts'
import type { Engine, MissingEngine, Usage } from './engine.ts'
import { extrapolatedRow } from './extrapolate.ts'
import { peopleFolder } from './made-up/people-files.ts'

const ROUNDS = 3
/** What takes longer than this is measured once: chance weighs little there. */
const REPEATED_SECONDS_MAX = 20

export interface CaseRequest {
  /** Where the made-up files are kept. */
  readonly root: string
  readonly engines: readonly (Engine | MissingEngine)[]
  readonly earlier: readonly CaseResult[]
  readonly tell: (row: CaseRow) => void
}

/** Measures every engine on the files of a case, and tells each row as soon as it is known. */
export async function runCase(it: Case, { root, engines, earlier, tell }: CaseRequest): Promise<CaseResult> {
  const folder = peopleFolder(root, it.size)
  const truth = await readTruth(path.join(folder, 'truth.csv'))
  const rows: CaseRow[] = []
  for (const engine of engines) {
    for (const row of await rowsOf(engine, { it, folder, truth, earlier })) {
      rows.push(row)
      tell(row)
    }
  }
  return { case: it, folder, rows }
}

interface CaseFiles {
  readonly it: Case
  readonly folder: string
  readonly truth: Truth
  readonly earlier: readonly CaseResult[]
}

async function rowsOf(engine: Engine | MissingEngine, { it, folder, truth, earlier }: CaseFiles): Promise<CaseRow[]> {
  const empty = { engine: engine.name, usage: null, accuracy: null }
  if ('reason' in engine) return [{ ...empty, note: `not available here: ${engine.reason}` }]
  const peopleMax = it.hasSchools ? engine.peopleMax.withSchool : engine.peopleMax.withoutSchool
  if (it.size.people > peopleMax) {
    const note = `not run with more than ${peopleMax.toLocaleString('en-GB')} people`
    return [extrapolatedRow(engine.name, it, earlier) ?? { ...empty, note }]
  }
  try {
    const usage = await measureRounds(engine, folder, it.hasSchools)
    const pairs = path.join(folder, engine.pairsFile)
    const matched = { engine: engine.name, usage, accuracy: await accuracyOf(pairs, truth, engine.statuses), note: '' }
    if (engine.statuses === null) return [matched]
    const withPossible = await accuracyOf(pairs, truth, [...engine.statuses, 'may_match'])
    return [matched, { engine: '… with what may match', usage: null, accuracy: withPossible, note: '' }]
  } catch (error) {
    return [{ ...empty, note: `failed: ${error instanceof Error ? error.message : 'for no known reason'}` }]
  }
}

/** The middle time, and the most memory. */
async function measureRounds(engine: Engine, folder: string, hasSchools: boolean): Promise<Usage> {
  const rounds = [await engine.measure(folder, hasSchools)]
  while (rounds.length < ROUNDS && (rounds[0]?.seconds ?? 0) < REPEATED_SECONDS_MAX) rounds.push(await engine.measure(folder, hasSchools))
  const told = (values: readonly (number | null)[]) => values.filter((value) => value !== null)
  const [cpuSeconds, memory] = [told(rounds.map((round) => round.cpuSeconds)), told(rounds.map((round) => round.peakMb))]
  return {
    seconds: median(rounds.map((round) => round.seconds)),
    cpuSeconds: cpuSeconds.length === 0 ? null : median(cpuSeconds),
    peakMb: memory.length === 0 ? null : Math.max(...memory),
  }
}
