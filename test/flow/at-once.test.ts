import { describe, expect, it } from 'vitest'
import { directoryState } from '../support/directory-state.ts'
import { madeUpSchool } from '../support/made-up-school.ts'
import { heldPart, testMuster } from '../support/muster.ts'
import { oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()

describe('several commands at once, on one school', () => {
  it('sync: none waits for another for ever, none fails, and the school is as after one', async () => {
    const source = madeUpSchool(muster.folder, 'many', { pupils: 150 })
    await muster.sync(madeUpSchool(muster.folder, 'one', { pupils: 150 }), '--import-staff')
    for (let round = 0; round < 3; round++) {
      const all = await Promise.all([1, 2, 3, 4].map(() => muster.sync(source, '--import-staff')))
      // a newer look takes the place of an older one that is not through
      expect(all.map((it) => it.school.state).filter((it) => it !== 'applied' && it !== 'discarded')).toEqual([])
      expect(all.some((it) => it.code === 0 && it.school.state === 'applied')).toBe(true)
      expect(all.map((it) => it.err).join('')).not.toMatch(/deadlock|fault/i)
    }
    expect((await muster.sync(source, '--import-staff')).school.changes).toMatchObject({ created: 0, updated: 0, linked: 0, desynced: 0 })
    expect(await directoryState(muster, 'many')).toEqual(await directoryState(muster, 'one'))
  })

  it('approve: the plan is applied once', async () => {
    const pupils = Array.from({ length: 12 }, (_, at) => ({ id: `p${at}`, first: `N${at}`, last: `S${at}`, grade: '7', classes: ['7A'] }))
    const school = { id: 'held', name: 'Held' }
    await muster.sync(writePackage(muster.folder, oneRoster(pupils, school)))
    const { school: held } = await muster.sync(writePackage(muster.folder, oneRoster(pupils.slice(0, 6), school)))
    const part = heldPart(held)
    const all = await Promise.all([1, 2, 3].map(() => muster.run('approve', ...part)))
    expect(all.map((it) => it.code)).toEqual([0, 0, 0])
    const applied = await muster.ask(`select 1 from audit_entry where subject = $1 and action = 'run.applied'`, [part[0]])
    expect(applied).toHaveLength(1)
  })

  it('approve and undo with a sync: every one of them ends', async () => {
    const pupils = Array.from({ length: 12 }, (_, at) => ({ id: `p${at}`, first: `N${at}`, last: `S${at}`, grade: '7', classes: ['7A'] }))
    const school = { id: 'mixed', name: 'Mixed' }
    const [whole, half] = [pupils, pupils.slice(0, 6)].map((it) => writePackage(muster.folder, oneRoster(it, school)))
    const { school: first } = await muster.sync(String(whole))
    const { school: held } = await muster.sync(String(half))
    const all = await Promise.all([
      muster.run('approve', String(held.run), '--plan', String(held.plan)),
      muster.run('sync', '--source', String(whole)),
      muster.run('undo', String(first.run)),
      muster.run('sync', '--source', String(half)),
    ])
    expect(all.map((it) => it.err).join('')).not.toMatch(/deadlock|fault/i)
    expect([0, 3]).toContain((await muster.sync(String(whole))).code)
  })
})
