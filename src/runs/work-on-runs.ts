import type { Database } from '../db/index.ts'
import { openQueue, type RunJob, WORKER_NAME } from '../jobs/index.ts'
import type { Log } from '../kernel/index.ts'
import { type Actor, allow } from '../permission/index.ts'
import { processRun } from './process-run.ts'
import type { RunContext } from './run-context.ts'

/** What a worker works with; `concurrency` is how many runs it carries on at a time. */
export interface WorkOptions {
  readonly database: Database
  readonly concurrency: number
  readonly context: RunContext
  readonly log: Log
}

/** Carries on the runs that others have queued, until stopped. */
export async function workOnRuns({ database, concurrency, context, log }: WorkOptions): Promise<{ stop(): Promise<void> }> {
  const queue = await openQueue(database.server, WORKER_NAME, log)
  await queue.work(concurrency, async (job) => {
    const scope = allow(actorOf(job), 'run.start', job.schoolId)
    if (!scope.ok) return log('a job was refused', { run: job.runId, code: scope.failure })
    const done = await processRun(database, scope.value, job.runId, context)
    log('a run was carried on', {
      school: job.schoolId,
      run: job.runId,
      ...(done.ok ? { state: done.value?.state ?? 'gone' } : { code: done.failure.code }),
    })
  })
  return { stop: () => queue.stop() }
}

/** The run was queued by somebody who might: the worker acts for them. */
function actorOf({ actor }: RunJob): Actor {
  return { id: actor, role: 'operator', schoolId: null }
}
