import { type Database, inSchool } from '../db/index.ts'
import { type Actor, allow, type SchoolScope } from '../permission/index.ts'
import { insertSchool, meetSchools, newId, type School } from '../schools/index.ts'
import { takenBack } from './look-only.ts'
import type { PlacedPart } from './place-schools.ts'
import { planRun } from './plan-run.ts'
import { queueRun } from './queue-run.ts'
import { readRun } from './run.store.ts'
import type { RunOptions } from './run.ts'
import type { RunContext } from './run-context.ts'
import { reportRun, type SchoolReport } from './school-report.ts'

/** Who syncs, from which connection, and how. */
export interface SyncRequest {
  readonly actor: Actor
  readonly connectionName: string
  readonly options: RunOptions
  readonly context: RunContext
}

/** A run that waits to be carried on. */
export interface QueuedRun {
  readonly school: School
  readonly runId: string
  readonly scope: SchoolScope
}

/** Creates the schools that are new and opens a run for each part, ready for any worker. */
export async function queueSync(
  database: Database,
  placed: readonly PlacedPart[],
  request: SyncRequest,
  onQueued: (run: QueuedRun) => void,
): Promise<void> {
  const { ids, key } = request.context
  const schools = await meetSchools(
    database,
    ids,
    placed.flatMap(({ school }) => ('id' in school ? [] : [school])),
  )
  for (const { part, school } of placed) {
    const known = 'id' in school ? school : schools.get(school.externalId)
    if (known === undefined) throw new Error('A school was not created.')
    const scope = scopeFor(request.actor, known.id)
    const { connectionName, options } = request
    const runId = await inSchool(database, scope, (tx) => queueRun(tx, { connectionName, part, options, ids, key }))
    onQueued({ school: known, runId, scope })
  }
}

/** Does everything up to the plan, in a transaction that is taken back: what a sync would do, and no trace of it. */
export async function dryRun(
  database: Database,
  { part, school }: PlacedPart,
  request: SyncRequest,
): Promise<{ readonly report: SchoolReport; readonly refusedRows: Readonly<Record<string, number>> }> {
  const { connectionName, options, context, actor } = request
  const { ids, key } = context
  const isNew = !('id' in school)
  const id = isNew ? newId(ids) : school.id
  return takenBack(database, scopeFor(actor, id), async (tx) => {
    if (isNew) await insertSchool(tx, ids, { ...school, id })
    const runId = await queueRun(tx, { connectionName, part, options, ids, key })
    const run = (await planRun(tx, runId, context)) ?? (await readRun(tx, runId))
    if (run === undefined) throw new Error('A run that was just made is gone.')
    const named = { id: isNew ? null : id, externalId: school.externalId, name: school.name }
    return { report: await reportRun(tx, run, named, true), refusedRows: run.result.refusedRows ?? {} }
  })
}

function scopeFor(actor: Actor, schoolId: string): SchoolScope {
  const scope = allow(actor, 'run.start', schoolId)
  if (!scope.ok) throw new Error(`${actor.id} may not start a run.`)
  return scope.value
}
