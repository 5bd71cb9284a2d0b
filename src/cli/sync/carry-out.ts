import { setTimeout as sleep } from 'node:timers/promises'
import { acrossSchools, type Database, inSchool } from '../../db/index.ts'
import { isAnyWorkerConnected, openQueue } from '../../jobs/index.ts'
import { type Problem, silentLog } from '../../kernel/index.ts'
import {
  dryRun,
  OPEN,
  type PlacedPart,
  processRun,
  type QueuedRun,
  queueSync,
  readRun,
  readStates,
  reportRun,
  type SchoolReport,
  type SyncRequest,
} from '../../runs/index.ts'
import type { Io } from '../io.ts'
import { progressOf, type Step } from '../progress.ts'

/** What came of a sync, school by school. */
export interface CarriedOut {
  readonly reports: readonly SchoolReport[]
  readonly refusedRows: readonly Readonly<Record<string, number>>[]
  /** What stopped a school, said once for all schools with the same problem. */
  readonly failures: readonly Problem[]
}

/** What is asked for, and where its progress is told. */
export interface CarryOutOptions {
  readonly request: SyncRequest
  readonly io: Io
  readonly isDryRun: boolean
  /** The database may be shared with workers. */
  readonly runsElsewhere: boolean
}

/** How many schools this process works on at a time: one computes while the other waits for the database. */
const AT_ONCE = 2

/** How often a command that follows workers looks where its runs stand. */
const FOLLOW_MILLISECONDS = 150

/** When nothing has moved for so long, the workers are taken to be stuck: a run may be carried on by anybody at any time. */
const PATIENCE_MILLISECONDS = 30_000

/** Queues a run for each school and sees them through: by the workers there are, else by itself. */
export async function carryOut(database: Database, placed: readonly PlacedPart[], options: CarryOutOptions): Promise<CarriedOut> {
  const { request, io } = options
  if (options.isDryRun) return dryRuns(database, placed, options)
  const runs: QueuedRun[] = []
  const step = await progressOf(io).step('Syncing', placed.length)
  const failures: Problem[] = []
  const work = async (): Promise<void> => {
    const waiting = [...runs]
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
          const done = await processRun(database, run.scope, run.runId, request.context)
          if (!done.ok) failures.push(done.failure)
          step.advance(1)
        }
      }),
    )
  }
  const byWorkers = options.runsElsewhere && (await isAnyWorkerConnected(database))
  if (byWorkers) await handOver(database, placed, request, runs)
  else await queueSync(database, placed, request, (run) => runs.push(run))
  if (!byWorkers || !(await follow(database, runs, step))) await work()
  step.done(`${placed.length} ${placed.length === 1 ? 'school' : 'schools'}`)
  return { ...(await readOutcome(database, runs)), failures }
}

async function dryRuns(database: Database, placed: readonly PlacedPart[], { request, io }: CarryOutOptions): Promise<CarriedOut> {
  const step = await progressOf(io).step('Looking', placed.length)
  const outcomes: Awaited<ReturnType<typeof dryRun>>[] = []
  for (const part of placed) {
    outcomes.push(await dryRun(database, part, request))
    step.advance(1)
  }
  step.done('nothing was changed')
  return { reports: outcomes.map((it) => it.report), refusedRows: outcomes.map((it) => it.refusedRows), failures: [] }
}

/** Queues a run for each school and tells the workers of each at once: they begin while others are still being stored. */
async function handOver(database: Database, placed: readonly PlacedPart[], request: SyncRequest, runs: QueuedRun[]): Promise<void> {
  const queue = await openQueue(database.server, 'muster queue', silentLog)
  const sent: Promise<void>[] = []
  await queueSync(database, placed, request, (run) => {
    runs.push(run)
    sent.push(queue.send([{ schoolId: run.school.id, runId: run.runId, actor: request.actor.id }]))
  })
  await Promise.all(sent)
  await queue.stop()
}

/** Waits for the workers. False when the workers have gone or are stuck and runs are left: then they are ours to do. */
async function follow(database: Database, runs: readonly QueuedRun[], step: Step): Promise<boolean> {
  const ids = runs.map((it) => it.runId)
  let seen = 0
  let movedAt = performance.now()
  for (;;) {
    const states = await acrossSchools(database, 'a command follows the runs it has queued', (tx) => readStates(tx, ids))
    const settled = [...states.values()].filter((it) => !OPEN.includes(it)).length
    step.advance(settled - seen)
    if (settled > seen) movedAt = performance.now()
    seen = settled
    if (settled === ids.length) return true
    if (performance.now() - movedAt > PATIENCE_MILLISECONDS || !(await isAnyWorkerConnected(database))) return false
    await sleep(FOLLOW_MILLISECONDS)
  }
}

async function readOutcome(database: Database, runs: readonly QueuedRun[]): Promise<Omit<CarriedOut, 'failures'>> {
  const reports: SchoolReport[] = []
  const refusedRows: Readonly<Record<string, number>>[] = []
  for (const { school, runId, scope } of runs) {
    await inSchool(database, scope, async (tx) => {
      const run = await readRun(tx, runId)
      if (run === undefined) return
      reports.push(await reportRun(tx, run, { id: school.id, externalId: school.externalId, name: school.name }, false))
      refusedRows.push(run.result.refusedRows ?? {})
    })
  }
  return { reports, refusedRows }
}
