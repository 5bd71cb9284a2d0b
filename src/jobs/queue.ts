import { PgBoss } from 'pg-boss'
import { type DatabaseServer, OWNER, roleLogin } from '../db/index.ts'
import type { Log } from '../kernel/index.ts'

/** Which run to carry on, for whom. Ids only: a queue is read by more people than a school's data. */
export interface RunJob {
  readonly schoolId: string
  readonly runId: string
  readonly actor: string
}

/** The queue of runs. Has a lifetime: stop it. */
export interface Queue {
  send(jobs: readonly RunJob[]): Promise<void>
  /** Works on jobs until the queue stops, `concurrency` at a time. A handler may be called again for the same run. */
  work(concurrency: number, handle: (job: RunJob) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

const NAME = 'run'

/**
 * Opens the queue on Muster's own database. Settings as measured: without LISTEN and short intervals a backlog waits half
 * a minute, and so does the job of a worker that was killed. A queue that is worked on keeps a connection of this name for as
 * long as it is open, however little there is to do.
 */
export async function openQueue(server: DatabaseServer, applicationName: string, log: Log): Promise<Queue> {
  const { ssl, ...address } = server.address
  const boss = new PgBoss({
    ...address,
    ...(ssl === undefined ? {} : { ssl }),
    ...roleLogin(OWNER, server),
    application_name: applicationName,
    max: 4,
    useListenNotify: true,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    schedule: false,
  })
  boss.on('error', () => log('the queue had an error', { code: 'queue.error' }))
  await boss.start()
  const options = { notify: true, heartbeatSeconds: 10, retryLimit: 3, expireInSeconds: 3600 }
  if ((await boss.getQueue(NAME)) === null) await boss.createQueue(NAME, options)
  return {
    send: async (jobs) =>
      void (await boss.insert(
        NAME,
        jobs.map((data) => ({ data: { ...data } })),
      )),
    work: async (concurrency, handle) => {
      // one at a time never counts as a full batch, and then the next poll is seconds away (measured)
      const options = { batchSize: Math.max(2, concurrency), notifyPollingIntervalSeconds: 2, burstWhenBatchFull: true }
      await boss.work<RunJob>(NAME, options, async (jobs) => {
        const waiting = jobs.map((it) => it.data)
        await Promise.all(Array.from({ length: concurrency }, () => workThrough(waiting, handle)))
      })
    },
    stop: () => boss.stop({ graceful: true, timeout: 30_000 }),
  }
}

async function workThrough(waiting: RunJob[], handle: (job: RunJob) => Promise<void>): Promise<void> {
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await handle(job)
}
