import { describe, expect, it } from 'vitest'
import { heldPart, testMuster } from '../support/muster.ts'
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

describe('what a guard holds', () => {
  it('D19 D20 changes nothing, ends with 3, and says how it can go on', async () => {
    const { code, school } = await heldSync('a')
    expect(code).toBe(3)
    expect(school).toMatchObject({
      state: 'applied',
      changes: { desynced: 0 },
      holds: expect.arrayContaining([expect.objectContaining({ code: 'leavers', count: 5, linked: 12 })]),
      held: [{ changes: 5 }],
    })
    expect(await syncStates('a')).toEqual(Array(12).fill('live'))
    expect((await muster.run('history', '--school', 'a')).out).toContain(`plan ${school.held[0]?.plan}`)
  })

  it('N-04 S-149 goes on with its own hash and no other, once', async () => {
    const { school } = await heldSync('b')
    const [run] = heldPart(school)
    const other = await muster.run('approve', run, '--plan', 'f'.repeat(64))
    expect(other.code).toBe(1)
    expect(other.err).toContain('not the plan of that run')
    expect(await syncStates('b')).toEqual(Array(12).fill('live'))

    expect((await muster.run('approve', ...heldPart(school))).code).toBe(0)
    expect((await syncStates('b')).sort()).toEqual(FIVE_LEFT)
    const changes = await muster.ask('select 1 from directory_change where run_id = $1', [run])
    expect((await muster.run('approve', ...heldPart(school))).code).toBe(0)
    expect(await muster.ask('select 1 from directory_change where run_id = $1', [run])).toEqual(changes)
    expect(await muster.ask(`select action from audit_entry where subject = $1 order by at`, [run])).toEqual([
      { action: 'run.approved' },
      { action: 'run.applied' },
    ])
  })

  it('can be discarded, and cannot be approved after that', async () => {
    const { school } = await heldSync('c')
    expect(await muster.run('discard', heldPart(school)[0])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing has been changed'),
    })
    const late = await muster.run('approve', ...heldPart(school))
    expect(late).toMatchObject({ code: 1, err: expect.stringContaining('discarded') })
    expect(await syncStates('c')).toEqual(Array(12).fill('live'))
  })

  it('D20 stays in its place when the next sync finds the same', async () => {
    const { source, school } = await heldSync('d')
    const again = await muster.sync(source)
    expect(again).toMatchObject({ code: 3, school: { held: school.held } })
    const states = await muster.ask('select state from run where school_id = $1 order by created_at, id', [school.school.id])
    expect(states.map((it) => Object.values(it)[0]).sort()).toEqual(['applied', 'applied', 'applied', 'held'])
  })

  it('D20 waits no longer when the next sync finds everybody there, and cannot be approved any more', async () => {
    const { school } = await heldSync('e')
    await muster.sync(writePackage(muster.folder, oneRoster(PUPILS, { id: 'e', name: 'School e' })))
    const late = await muster.run('approve', ...heldPart(school))
    expect(late).toMatchObject({ code: 1, err: expect.stringContaining('discarded') })
    expect(await syncStates('e')).toEqual(Array(12).fill('live'))
  })

  it('D20 is the kind and operation that tripped, and nothing else: the rest is applied', async () => {
    const school = { id: 'f', name: 'School f' }
    await muster.sync(writePackage(muster.folder, oneRoster(PUPILS, school)))
    const renamed = PUPILS.slice(0, 7).map((it, at) => (at === 0 ? { ...it, first: 'Renata' } : it))
    const newcomer = { ...{ id: 'q1', first: 'Newt', last: 'Comer', grade: '7', classes: ['7A'] } }
    const { school: report } = await muster.sync(writePackage(muster.folder, oneRoster([...renamed, newcomer], school)))
    expect(report).toMatchObject({ state: 'applied', changes: { created: 1, updated: 1, desynced: 0 }, held: [{ changes: 5 }] })
    const names = (await muster.run('people', '--school', 'f', '--format', 'json')).out
    expect(names).toContain('Renata')
    expect(names).toContain('Newt')
    expect((await syncStates('f')).sort()).toEqual(Array(13).fill('live'))
    expect((await muster.run('approve', ...heldPart(report))).code).toBe(0)
    expect((await syncStates('f')).filter((it) => it === 'left')).toHaveLength(5)
    // each is undone by itself: first the part, then the rest
    expect((await muster.run('undo', heldPart(report)[0])).code).toBe(0)
    expect((await syncStates('f')).sort()).toEqual(Array(13).fill('live'))
  })
})
