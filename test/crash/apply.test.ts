import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DirectoryState, directoryState } from '../support/directory-state.ts'
import { madeUpSchool } from '../support/made-up-school.ts'
import { testMuster } from '../support/muster.ts'
import { killApply, type When } from './kill-apply.ts'
import { type Watch, watchApply } from './watch-apply.ts'

const muster = await testMuster()
const PUPILS = 1000
let undisturbed: DirectoryState
let applyMilliseconds: number
let watch: Watch

beforeAll(async () => {
  watch = await watchApply(muster.server)
  const source = madeUpSchool(muster.folder, 'calm', { pupils: PUPILS })
  const done = muster.sync(source, '--import-staff')
  await Promise.race([watch.untilState('calm', 'ready'), done])
  const since = performance.now()
  const { school } = await done
  applyMilliseconds = performance.now() - since
  expect(school).toMatchObject({ state: 'applied' })
  undisturbed = await directoryState(muster, 'calm')
  const [plan] = await muster.ask<{ changes: number }>('select count(*)::int as changes from plan_change where run_id = $1', [school.run])
  expect(plan?.changes).toBeGreaterThanOrEqual(1000)
})
afterAll(() => watch.close())

/** Kills a sync of a school of its own, and brings the school in step again as anybody would: by syncing once more. */
async function killAndRecover(school: string, when: When) {
  const source = madeUpSchool(muster.folder, school, { pupils: PUPILS })
  const words = ['sync', '--source', source, '--import-staff']
  const killed = await killApply(watch, { words, environment: muster.environment, school }, when)
  const after = await directoryState(muster, school)
  const again = await muster.sync(source, '--import-staff')
  expect(again).toMatchObject({ code: 0, school: { state: 'applied' } })
  return { ...killed, after }
}

describe('an apply that is killed with kill -9', () => {
  it.each(['enrolment', 'link', 'directory_change', 'audit_entry'])(
    'in its open transaction, about to write to %s: the run is ready again, nothing has changed, and the next sync does it all',
    async (table) => {
      const { depth, state, after } = await killAndRecover(`at-${table}`, { waitingFor: table })
      expect(depth).toBe(table === 'audit_entry' ? 'changes noted' : 'people written')
      expect(state).toBe('ready')
      expect(after).toEqual({ people: [], classes: [], yearGroups: [], enrolments: [], links: [] })
      expect(await directoryState(muster, `at-${table}`)).toEqual(undisturbed)
    },
  )

  it.each([0, 0.3, 0.6, 0.9])('at any moment (%f of its length): all or nothing, and the next sync gives the same', async (share) => {
    const when = { afterMilliseconds: share * applyMilliseconds, isFrozenFirst: share % 0.6 === 0 }
    const { state, after } = await killAndRecover(`moment-${share * 10}`, when)
    expect(['ready', 'applied']).toContain(state)
    expect(after.people.length).toBe(state === 'applied' ? undisturbed.people.length : 0)
    expect(await directoryState(muster, `moment-${share * 10}`)).toEqual(undisturbed)
  })

  it('leaves no lock and no connection behind', async () => {
    const rows = await muster.ask(`select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where a.datname = current_database() and a.application_name like 'muster %' and a.application_name not like 'muster %test' and l.mode like '%Exclusive%'`)
    expect(rows).toEqual([])
  })
})
