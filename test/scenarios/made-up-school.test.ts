import { describe, expect, it } from 'vitest'
import { runContext, systemIds } from '../../src/cli/actor.ts'
import { makeMadeUpSchool } from '../../src/cli/made-up/make-made-up-school.ts'
import { processRun } from '../../src/runs/index.ts'
import { newId, type School } from '../../src/schools/index.ts'
import { testMuster } from '../support/muster.ts'
import { scopeOf } from '../support/two-schools.ts'

const muster = await testMuster()

/** What a review of the waiting package would show: a run over it, carried to its plan and not further. */
async function lookAtWaiting(school: School) {
  const [upload] = await muster.ask<{ id: string; connection: string }>(
    `select id, connection_id as connection from upload u where school_id = $1
     and not exists (select from run r where r.school_id = u.school_id and r.upload_id = u.id)`,
    [school.id],
  )
  const runId = newId(systemIds)
  await muster.ask(
    `insert into run (school_id, id, purpose, scope, state, connection_id, upload_id, options, result, actor, created_at, changed_at)
     values ($1, $2, 'sync', 'all', 'queued', $3, $4, $5, '{}', 'operator:test', now(), now())`,
    [
      school.id,
      runId,
      upload?.connection,
      upload?.id,
      JSON.stringify({ importNewStaff: true, importNewPupils: true, acceptMayMatch: null, applyWhenReady: false }),
    ],
  )
  const done = await processRun(muster.database, scopeOf(school.id), runId, runContext(muster.server.key))
  if (!done.ok || done.value === undefined) throw new Error('the waiting package could not be read')
  return done.value
}

describe('a made-up school', () => {
  it.each(['en-GB', 'en-US'] as const)(
    'D33 September in %s words: every status waits to be looked at, and no guard stands in the way',
    async (vocabulary) => {
      const began = performance.now()
      const school = await makeMadeUpSchool(muster.database, 'september', vocabulary)
      const seconds = (performance.now() - began) / 1_000
      expect(seconds).toBeLessThan(30)
      expect(school).toMatchObject({ isMadeUp: true, vocabulary })
      const run = await lookAtWaiting(school)
      const { pupils, staff } = run.result.statuses ?? {}
      expect(run.state, JSON.stringify(run.result.holds)).toBe('ready')
      expect(pupils).toMatchObject({ not_matched: expect.toSatisfy(some), new: expect.toSatisfy(some), desynced: expect.toSatisfy(some) })
      expect(pupils?.matched).toBeGreaterThanOrEqual(10)
      expect(pupils?.may_match).toBeGreaterThanOrEqual(10)
      expect(pupils?.synced).toBeGreaterThan(200)
      expect(staff?.not_matched).toBeGreaterThanOrEqual(1)
    },
  )

  it.each(['first-sync', 'messy-mis', 'change-of-mis', 'nothing-changed'] as const)('%s waits to be looked at', async (scenario) => {
    const school = await makeMadeUpSchool(muster.database, scenario, 'en-GB')
    const run = await lookAtWaiting(school)
    const expected = scenario === 'nothing-changed' ? 'applied' : 'ready'
    expect(run.state, JSON.stringify(run.result.holds)).toBe(expected)
  })

  it('each has an external id of its own, and owes nobody anything that could be sent (D32)', async () => {
    const schools = await muster.ask<{ external_id: string }>('select external_id from school')
    expect(new Set(schools.map((it) => it.external_id)).size).toBe(schools.length)
    const owed = await muster.ask<{ kind: string; why: string; state: string }>('select distinct kind, why, state from outbox_message')
    expect(owed).toEqual([{ kind: 'staff_invitation', why: 'made_up_school', state: 'held' }])
  })
})

const some = (count: number): boolean => count > 0
