import { describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()

const PUPILS = Array.from({ length: 12 }, (_, at) => ({
  ...{ id: `p${at}`, first: `Name${'abcdefghijkl'[at]}`, last: `Sur${'lkjihgfedcba'[at]}`, grade: '7', classes: [at < 6 ? '7A' : '7B'] },
}))

/** A school of twelve pupils, and a sync in which five of them have left: more than may go unseen. */
async function heldSync(id: string) {
  const school = { id, name: `School ${id}` }
  await muster.sync(writePackage(muster.folder, oneRoster(PUPILS, school)))
  const source = writePackage(muster.folder, oneRoster(PUPILS.slice(0, 7), school))
  return { source, ...(await muster.sync(source)) }
}

async function syncStates(school: string): Promise<string[]> {
  const people = JSON.parse((await muster.run('people', '--school', school, '--format', 'json')).out) as { sync: string }[] // a list of people
  return people.map((it) => it.sync)
}

const FIVE_LEFT = [...Array(7).fill('live'), ...Array(5).fill('left')].sort()

describe('a plan that a guard holds', () => {
  it('changes nothing, ends with 3, and says how it can go on (D19)', async () => {
    const { code, school } = await heldSync('a')
    expect(code).toBe(3)
    expect(school).toMatchObject({
      state: 'held',
      holds: expect.arrayContaining([expect.objectContaining({ code: 'leavers', count: 5, linked: 12 })]),
    })
    expect(await syncStates('a')).toEqual(Array(12).fill('live'))
    expect((await muster.run('history', '--school', 'a')).out).toContain(`plan ${school.plan}`)
  })

  it('goes on with its own hash and no other, once (N-04, S-149)', async () => {
    const { school } = await heldSync('b')
    const run = String(school.run)
    const other = await muster.run('approve', run, '--plan', 'f'.repeat(64))
    expect(other.code).toBe(1)
    expect(other.err).toContain('not the plan of that run')
    expect(await syncStates('b')).toEqual(Array(12).fill('live'))

    expect((await muster.run('approve', run, '--plan', String(school.plan))).code).toBe(0)
    expect((await syncStates('b')).sort()).toEqual(FIVE_LEFT)
    const changes = await muster.ask('select 1 from directory_change where run_id = $1', [run])
    expect((await muster.run('approve', run, '--plan', String(school.plan))).code).toBe(0)
    expect(await muster.ask('select 1 from directory_change where run_id = $1', [run])).toEqual(changes)
    expect(await muster.ask(`select action from audit_entry where subject = $1 order by at`, [run])).toEqual([
      { action: 'run.approved' },
      { action: 'run.applied' },
    ])
  })

  it('can be discarded, and cannot be approved after that', async () => {
    const { school } = await heldSync('c')
    expect(await muster.run('discard', String(school.run))).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing has been changed'),
    })
    const late = await muster.run('approve', String(school.run), '--plan', String(school.plan))
    expect(late).toMatchObject({ code: 1, err: expect.stringContaining('discarded') })
    expect(await syncStates('c')).toEqual(Array(12).fill('live'))
  })

  it('is held again by the next sync, which takes its place', async () => {
    const { source, school } = await heldSync('d')
    const again = await muster.sync(source)
    expect(again).toMatchObject({ code: 3, school: { state: 'held', plan: school.plan } })
    const states = await muster.ask('select state from run where school_id = $1 order by created_at', [school.school.id])
    expect(states.map((it) => Object.values(it)[0])).toEqual(['applied', 'discarded', 'held'])
  })

  it('is not applied by approving when the source has been read again since', async () => {
    const { school } = await heldSync('e')
    await muster.sync(writePackage(muster.folder, oneRoster(PUPILS, { id: 'e', name: 'School e' })))
    const late = await muster.run('approve', String(school.run), '--plan', String(school.plan))
    expect(late.code).toBe(1)
    expect(await syncStates('e')).toEqual(Array(12).fill('live'))
  })
})
