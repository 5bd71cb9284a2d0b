import { randomBytes } from 'node:crypto'
import type { ScenarioStep } from '../../fixtures/index.ts'
import { type Database, inSchool } from '../../src/db/index.ts'
import { type Actor, operator } from '../../src/permission/index.ts'
import { type Change, readChanges } from '../../src/plans/index.ts'
import {
  type NoSchoolReport,
  placeSchools,
  processRun,
  type QueuedRun,
  queueSync,
  readFiles,
  readRun,
  reportNoSchool,
  reportRun,
  type SchoolReport,
} from '../../src/runs/index.ts'

/** What came of one step: reports as `muster sync --json` gives them, and the plans behind them. */
export interface StepOutcome {
  readonly reports: readonly SchoolReport[]
  readonly noSchool: NoSchoolReport
  readonly plans: readonly { readonly school: string; readonly changes: readonly Change[] }[]
}

/** Carries one step of a scenario through the flow on the day it happens, importing staff as well. */
export async function syncStep(database: Database, step: ScenarioStep): Promise<StepOutcome> {
  const clock = (): Date => new Date(`${step.on}T10:00:00Z`)
  const context = {
    ids: { clock, random: (count: number) => randomBytes(count) },
    key: database.server.key,
    sendsMail: false,
    onStep: async () => {},
  }
  const files = [...step.files].map(([name, bytes]) => ({
    name,
    size: bytes.length,
    async *open() {
      yield bytes
    },
  }))
  const fileSchool = { externalId: 'none', name: null }
  const read = await readFiles({ files, map: null, declared: 'as_read', fileSchool, now: clock() })
  if (!read.ok) throw new Error(read.failure.code)
  const actor: Actor = operator('scenario')
  const options = { importNewStaff: true, importNewPupils: true, acceptMayMatch: null, applyWhenReady: true }
  const runs: QueuedRun[] = []
  const placed = await placeSchools(database, read.value.schools, null)
  await queueSync(database, placed, { actor, connectionName: step.connection, options, context }, (it) => runs.push(it))
  const done = await Promise.all(runs.map((it) => finish(database, it, context)))
  const noSchool = reportNoSchool(
    read.value.noSchool,
    done.map((it) => it.refusedRows),
  )
  return {
    reports: done.map((it) => it.report),
    noSchool,
    plans: done.map(({ report, changes }) => ({ school: report.school.externalId, changes })),
  }
}

async function finish(database: Database, { scope, runId, school }: QueuedRun, context: Parameters<typeof processRun>[3]) {
  const processed = await processRun(database, scope, runId, context)
  if (!processed.ok) throw new Error(processed.failure.code)
  return inSchool(database, scope, async (tx) => {
    const run = await readRun(tx, runId)
    if (run === undefined) throw new Error('no run')
    const report = await reportRun(tx, run, { id: school.id, externalId: school.externalId, name: school.name }, false)
    return { report, changes: await readChanges(tx, runId), refusedRows: run.result.refusedRows ?? {} }
  })
}
