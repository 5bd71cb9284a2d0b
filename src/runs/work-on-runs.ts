import type { Database } from '../db/index.ts'
import { openQueue, type RunJob, WORKER_NAME } from '../jobs/index.ts'
import type { Log } from '../kernel/index.ts'
import { type Actor, allow } from '../permission/index.ts'
import { NEWEST_UPLOAD } from './check.ts'
import { removeDue } from './deletion/remove-due.ts'
import { processRun } from './process-run.ts'
import type { RunContext } from './run-context.ts'
import { startDueChecks } from './schedule/tick.ts'
import { type MailWork, mailSender } from './send-mail.ts'

/** What a worker works with; `concurrency` is how many runs it carries on at a time. */
export interface WorkOptions {
  readonly database: Database
  readonly concurrency: number
  readonly context: RunContext
  readonly log: Log
  /** Null: e-mails wait. */
  readonly mail: MailWork | null
}

/** How often a worker looks whether a school is due: a check is at most this late. */
const TICK_MILLISECONDS = 20_000
/** How often a worker looks whether an e-mail is due: somebody may wait for it. */
const MAIL_MILLISECONDS = 1_000
/** How often a worker looks whether the time of somebody who was deleted has run out: that is a matter of days. */
const RETENTION_MILLISECONDS = 600_000

/** Carries on the runs that others have queued, opens the checks and sends the e-mails that are due, until stopped. */
export async function workOnRuns({ database, concurrency, context, log, mail }: WorkOptions): Promise<{ stop(): Promise<void> }> {
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
  const tick = async (): Promise<void> => {
    const jobs = await startDueChecks(database, NEWEST_UPLOAD, context.ids)
    if (jobs.length > 0) await queue.send(jobs)
  }
  const ticking = repeat(tick, TICK_MILLISECONDS, () => log('due checks could not be looked for', { code: 'schedule.tick' }))
  const removing = repeat(
    () => noteRemoved(database, context, log),
    RETENTION_MILLISECONDS,
    () => log('who is deleted could not be removed', { code: 'retention.tick' }),
  )
  const sender = mail === null ? null : mailSender({ ...mail, database, ids: context.ids, log })
  const sending = sender && repeat(sender.send, MAIL_MILLISECONDS, () => log('e-mails could not be sent', { code: 'mail.tick' }))
  return {
    stop: async () => {
      sender?.stop()
      await Promise.all([ticking.stop(), removing.stop(), sending?.stop()])
      await queue.stop()
    },
  }
}

async function noteRemoved(database: Database, { ids }: RunContext, log: Log): Promise<void> {
  const count = await removeDue(database, ids)
  if (count > 0) log('people whose time had run out were removed', { count })
}

/** Does something now and again and again, never twice at a time; a failure waits for the next time. */
function repeat(work: () => Promise<void>, milliseconds: number, onFailure: () => void): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let current = Promise.resolve()
  const once = (): void => {
    current = work()
      .catch(onFailure)
      .then(() => {
        if (!isStopped) timer = setTimeout(once, milliseconds)
      })
  }
  once()
  return {
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      return current
    },
  }
}

/** The run was queued by somebody who might: the worker acts for them. */
function actorOf({ actor }: RunJob): Actor {
  return { id: actor, role: 'operator', schoolId: null }
}
