import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { watchApply } from '../crash/watch-apply.ts'
import { directoryState } from '../support/directory-state.ts'
import { madeUpSchool } from '../support/made-up-school.ts'
import { readLines, testMuster } from '../support/muster.ts'
import { type MusterProcess, startMuster } from '../support/process.ts'
import { queueRuns } from '../support/queued-runs.ts'

const muster = await testMuster()
const alone = await testMuster()
const PUPILS = 120
const workers: MusterProcess[] = []

/** A worker process that is ready for runs. */
async function worker(): Promise<MusterProcess> {
  const started = startMuster(['worker'], muster.environment)
  workers.push(started)
  await started.says('waits for runs')
  return started
}

afterEach(async () => {
  await Promise.all(workers.splice(0).map((it) => it.kill()))
})

/** How many runs a worker says to have carried on. */
const runsOf = (it: MusterProcess) => it.said().match(/a run was carried on/g)?.length ?? 0

/** A report without what two installations cannot have in common. */
const withoutIds = (lines: readonly object[]) =>
  JSON.parse(JSON.stringify(lines, (name, value: unknown) => (['id', 'run', 'plan'].includes(name) ? null : value))) as unknown

describe('muster worker', () => {
  it('two of them carry out what a command queues, and the command prints the same as if it had done it itself', async () => {
    const both = [await worker(), await worker()]
    const source = madeUpSchool(muster.folder, 'one', { pupils: PUPILS, schools: 4 })
    const words = ['sync', '--source', source, '--import-staff', '--json']
    const byWorkers = readLines(await muster.run(...words))
    expect(byWorkers.code).toBe(0)
    expect(both.map(runsOf).reduce((sum, it) => sum + it)).toBe(4)
    const byItself = readLines(await alone.run(...words))
    expect(withoutIds([...byWorkers.schools, byWorkers.rest])).toEqual(withoutIds([...byItself.schools, byItself.rest]))
    expect(await directoryState(muster, 'one')).toEqual(await directoryState(alone, 'one'))
    expect(both.map((it) => it.said()).join('')).not.toMatch(/Alderbrook|@/)
  })

  it('is known to be there although it has had nothing to do for long, and its connections at rest are gone', async () => {
    await worker()
    await muster.ask(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'muster worker' and usename = 'muster_login' and datname = current_database()`)
    const source = madeUpSchool(muster.folder, 'rested', { pupils: 5 })
    expect(await muster.sync(source)).toMatchObject({ code: 0, school: { state: 'applied' } })
    expect(workers.map(runsOf)).toEqual([1])
  })

  it('carries a run out once, however many workers are told of it how often', async () => {
    const [run] = await queueRuns(muster, madeUpSchool(muster.folder, 'twice', { pupils: PUPILS }), 6)
    const both = [await worker(), await worker()]
    while (both.map(runsOf).reduce((sum, it) => sum + it) < 6) await sleep(20)
    const [counts] = await muster.ask<object>(
      `select (select count(*)::int from audit_entry where subject = $1) as applied,
        (select count(*) from directory_change where run_id = $1::uuid) = (select count(*) from plan_change where run_id = $1::uuid) as once,
        (select count(*)::int from snapshot where school_id = $2::uuid) as snapshots`,
      [run?.runId, run?.school.id],
    )
    expect(counts).toEqual({ applied: 1, once: true, snapshots: 1 })
  })

  it('that is killed with kill -9 in an apply leaves it to the other worker', { timeout: 60_000 }, async () => {
    const { first, sync, letGo } = await syncOfWaitingWorker('left')
    const second = await worker()
    await first.kill()
    await letGo()
    expect(await sync).toMatchObject({ code: 0, school: { state: 'applied' } })
    expect(runsOf(second)).toBe(1)
    expect(await directoryState(muster, 'left')).toEqual(await directoryState(muster, 'one'))
  })

  it('that was the only one and is killed with kill -9 leaves it to the command', async () => {
    const { first, sync, letGo } = await syncOfWaitingWorker('last')
    await first.kill()
    await letGo()
    expect(await sync).toMatchObject({ code: 0, school: { state: 'applied' } })
    expect(await directoryState(muster, 'last')).toEqual(await directoryState(muster, 'one'))
  })

  it('ends with 0 when it is asked to stop', async () => {
    const started = await worker()
    started.child.kill('SIGTERM')
    expect(await started.ended).toMatchObject({ code: 0 })
  })

  it('is not needed: without one the command does the work', async () => {
    expect(await muster.sync(madeUpSchool(muster.folder, 'none', { pupils: 5 }))).toMatchObject({ code: 0, school: { state: 'applied' } })
  })

  it.each(['worker', 'history'])('%s: says what to set when DATABASE_URL comes without a key', async (command) => {
    const { code, err } = await startMuster([command], { DATABASE_URL: muster.environment['DATABASE_URL'] }).ended
    expect(code).toBe(1)
    expect(err).toMatch(/DATABASE_URL needs an encryption key. Set MUSTER_KEY/)
  })
})

/** A worker in the middle of an apply that a command has queued, and a hold on the table that it wants to write to next. */
async function syncOfWaitingWorker(school: string) {
  const watch = await watchApply(muster.server)
  const letGo = await watch.block('directory_change')
  const first = await worker()
  const sync = muster.sync(madeUpSchool(muster.folder, school, { pupils: PUPILS }), '--import-staff')
  await watch.untilItWaits('muster worker')
  expect(await watch.depth('muster worker')).toBe('people written')
  await watch.close()
  return { first, sync, letGo }
}
