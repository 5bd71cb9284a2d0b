import { describe, expect, it } from 'vitest'
import { approveRun, listHeldRuns, type Run } from '../../src/runs/index.ts'
import { testDatabase } from '../support/database.ts'
import { aSchoolOnDatabase, type SchoolOnDatabase } from '../support/school-on-database.ts'
import { aPupil, pupils } from '../support/stories.ts'

const { database } = await testDatabase()
const NOON = '2026-03-10T12:00:00Z'
const inDays = (days: number): Date => new Date(new Date(NOON).getTime() + days * 24 * 3_600_000)

/** A school of a hundred pupils of whom 30 seem to have left: a part on hold, approved on the first day. */
async function approved(): Promise<{
  school: SchoolOnDatabase
  at(days: number): void
  held(): Promise<Run>
  approve(typed?: number | null): ReturnType<typeof approveRun>
}> {
  let now = inDays(0)
  const clock = () => now
  const school = await aSchoolOnDatabase(database, clock)
  await school.sync(pupils(100))
  await school.plan(pupils(70))
  const ids = { clock, random: (count: number) => new Uint8Array(count).map(() => Math.floor(Math.random() * 256)) }
  const held = async (): Promise<Run> => {
    const [run] = await school.in((tx) => listHeldRuns(tx))
    if (run === undefined) throw new Error('nothing is on hold')
    return run
  }
  const approve = async (typed: number | null = 30) => {
    const run = await held()
    return school.in((tx) => approveRun(tx, { runId: run.id, planHash: run.result.planHash ?? '', typed, ids }))
  }
  expect((await approve()).ok).toBe(true)
  const at = (days: number): void => {
    now = inDays(days)
  }
  return { school, held, approve, at }
}

const leavers = async (school: SchoolOnDatabase) =>
  (await school.directory()).links.filter((it) => it.recordKind === 'person' && it.endReason === 'left').length

describe('an approval', () => {
  it('N-04 lets exactly the plan go on that it is about', async () => {
    const { school, held } = await approved()
    expect((await held()).state).toBe('ready')
    expect((await school.apply(await held())).ok).toBe(true)
    expect(await leavers(school)).toBe(30)
  })

  it('N-04 runs out after 14 days: nothing is applied, until somebody approves again', async () => {
    const { school, held, approve, at } = await approved()
    at(14)
    expect(await school.apply(await held())).toMatchObject({ ok: false, failure: { code: 'hold.approval_expired' } })
    expect(await leavers(school)).toBe(0)
    await approve()
    expect((await school.apply(await held())).ok).toBe(true)
    expect(await leavers(school)).toBe(30)
  })

  it('N-04 covers a part of what was approved: who is there again in a newer file is left out', async () => {
    const { school, held } = await approved()
    const before = await held()
    await school.plan(pupils(75))
    const now = await held()
    expect(now).toMatchObject({ id: before.id, state: 'ready', snapshot: 3 })
    expect(await school.apply(before)).toMatchObject({ ok: false, failure: { code: 'run.other_plan' } })
    expect((await school.apply(now)).ok).toBe(true)
    expect(await leavers(school)).toBe(25)
  })

  it('N-04 never grows: three more wait for another look', async () => {
    const { school, held, approve } = await approved()
    await school.plan(pupils(67))
    const now = await held()
    expect(now).toMatchObject({ state: 'held' })
    expect(await school.apply(now)).toMatchObject({ ok: false, failure: { code: 'run.not_ready' } })
    expect(await leavers(school)).toBe(0)
    expect(await approve(null)).toMatchObject({ ok: false, failure: { code: 'hold.number_missing', params: { count: 33 } } })
    expect(await approve(30)).toMatchObject({ ok: false, failure: { code: 'hold.number_wrong', params: { count: 33 } } })
    expect((await approve(33)).ok).toBe(true)
    expect((await school.apply(await held())).ok).toBe(true)
    expect(await leavers(school)).toBe(33)
  })

  it('N-04 is not for a plan of an older read', async () => {
    const { school, held, approve } = await approved()
    const before = await held()
    // a read of staff alone says nothing about these pupils, and is newer
    await school.sync([...pupils(100), aPupil('p500')])
    await expect(school.in((tx) => listHeldRuns(tx))).resolves.toEqual([])
    expect(await school.apply(before)).toMatchObject({ ok: false, failure: { code: 'run.not_ready' } })
    await expect(approve()).rejects.toThrow('nothing is on hold')
  })
})
