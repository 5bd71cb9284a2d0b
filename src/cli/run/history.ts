import { acrossSchools, type Database, inInstallation } from '../../db/index.ts'
import { ok, type Problem, type Result } from '../../kernel/index.ts'
import { listRuns, OPEN, type Run, readProgress } from '../../runs/index.ts'
import { listSchools } from '../../schools/index.ts'
import { failed } from '../command.ts'
import { inNamedSchool } from '../find-named.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { withMuster } from '../with-muster.ts'
import type { HistoryOptions } from './options.ts'

/** Lists runs, of one school or of all, newest first. */
export async function listHistory(options: HistoryOptions, io: Io): Promise<ExitCode> {
  const limit = Number(options.limit)
  if (!Number.isInteger(limit) || limit < 1) {
    io.err('--limit takes a whole number from 1.\n')
    return EXIT.wrongUse
  }
  return withMuster(io, { data: options.data, applicationName: 'muster history' }, async ({ database }) => {
    const runs = await readRuns(database, options.school, limit)
    if (!runs.ok) return failed(io, runs.failure)
    const schools = new Map((await inInstallation(database, listSchools)).map((it) => [it.id, it]))
    const doing = await stepsOf(database, runs.value)
    for (const run of runs.value) {
      const school = schools.get(run.schoolId)
      io.out(
        options.json
          ? `${JSON.stringify({ ...run, school: school?.externalId })}\n`
          : line(run, school?.name ?? run.schoolId, doing.get(run.id)),
      )
    }
    if (runs.value.length === 0 && !options.json) io.out('There have been no runs.\n')
    return EXIT.done
  })
}

async function readRuns(database: Database, typed: string | undefined, limit: number): Promise<Result<readonly Run[], Problem>> {
  if (typed !== undefined)
    return inNamedSchool(database, { typed, action: 'run.read' }, (tx, school) => listRuns(tx, { schoolId: school.id, limit }))
  return ok(
    await acrossSchools(database, 'the history of an installation, for its operator', (tx) => listRuns(tx, { schoolId: null, limit })),
  )
}

/** What open runs are doing just now. */
async function stepsOf(database: Database, runs: readonly Run[]): Promise<ReadonlyMap<string, string>> {
  const open = runs.filter((it) => OPEN.includes(it.state)).map((it) => it.id)
  const progress = await acrossSchools(database, 'how far open runs are, for their operator', (tx) => readProgress(tx, open))
  return new Map(progress.map((it) => [it.runId, `${it.step}, step ${it.done} of ${it.total}`]))
}

function line({ id, createdAt, purpose, state, result, undoesRunId, actor }: Run, school: string, step: string | undefined): string {
  const { created = 0, linked = 0, updated = 0, desynced = 0 } = result.changes ?? {}
  const what = purpose === 'undo' ? `of ${undoesRunId}` : `${created} created, ${linked} linked, ${updated} updated, ${desynced} desynced`
  const plan = state === 'held' || state === 'ready' ? `  plan ${result.planHash}` : ''
  return `${createdAt.toISOString().slice(0, 16).replace('T', ' ')}  ${id}  ${purpose.padEnd(5)} ${state.padEnd(9)} ${school}: ${what}  (${actor})${plan}${step === undefined ? '' : `  ${step}`}\n`
}
