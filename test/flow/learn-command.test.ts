import { beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '../../src/cli/actor.ts'
import { inSchool } from '../../src/db/index.ts'
import { readDirectory } from '../../src/directory/index.ts'
import { decide } from '../../src/review/index.ts'
import { testMuster } from '../support/muster.ts'
import { type MadeUp, oneRoster, writePackage } from '../support/packages.ts'
import { scopeOf } from '../support/two-schools.ts'

const muster = await testMuster()
const learn = (...words: readonly string[]) => muster.run('learn', '--school', 'oak', ...words)

const others: readonly MadeUp[] = ['Marit', 'Jonas', 'Wanda', 'Ruben', 'Talia', 'Conall', 'Hester', 'Ivor'].map((first, at) => ({
  ...{ id: `p${at}`, first, last: `Bram${'abcdefgh'[at]}well`, grade: '7' },
}))

/** Two pupils who are called by one name in the old MIS and by another in the new one; a person has matched them. */
const spelt = (prefix: string, first: string): readonly MadeUp[] => [
  { id: `${prefix}1`, first, last: 'Quarrendon', grade: '7', birthDate: '2013-05-04' },
  { id: `${prefix}2`, first, last: 'Thistlewood', grade: '7', birthDate: '2013-08-19' },
]

const files = (people: readonly MadeUp[]) => writePackage(muster.folder, oneRoster(people, { id: 'oak', name: 'Oak School' }))

beforeAll(async () => {
  const { school } = await muster.sync(files([...spelt('a', 'Oleksandr'), ...others]))
  const next = files([...spelt('b', 'Wolf'), ...others])
  await muster.sync(next, '--connection', 'new', '--import-none')
  await inSchool(muster.database, scopeOf(String(school.school.id)), async (tx) => {
    const { links } = await readDirectory(tx)
    const [known] = await muster.ask<{ id: string }>(`select id from connection where name = 'new'`)
    for (const at of ['1', '2']) {
      const recordId = links.find((it) => it.source.id === `a${at}`)?.recordId ?? null
      await decide(tx, systemIds, known?.id ?? '', { kind: 'match', recordId, sourceKind: 'pupil', sourceId: `b${at}` })
    }
  })
  await muster.sync(next, '--connection', 'new', '--import-none')
})

describe('N-06 muster learn', () => {
  it('says what would be learnt and what a replay says, and changes nothing', async () => {
    const { code, out } = await learn('--replay')
    expect(code).toBe(0)
    expect(out).toContain('Version 1, pupils: learnt from 2 decisions')
    expect(out).toContain('one name here: forename oleksandr = wolf (2 decisions)')
    expect(out).toContain('replay of 2 decisions, seed "muster"')
    expect(out).toContain('The replay lets it pass')
    expect(await learn('--replay')).toMatchObject({ code: 0, out })
    expect((await learn('--list')).out).toMatch(/^Version 1, pupils: proposed/)
  })

  it('gives the report as JSON, the same for the same seed, without a name', async () => {
    const { out } = await learn('--json', '--seed', 'one')
    const { report } = JSON.parse(out)
    expect(report).toMatchObject({ seed: 'one', decisions: 2, isAdoptable: true, contradictions: [] })
    expect(JSON.stringify(report)).not.toMatch(/Wolf|Quarrendon|2013/i)
    expect((await learn('--json', '--seed', 'one')).out).toBe(out)
  })

  it('adopts, lists and goes back, by name of the operator', async () => {
    expect(await learn('--adopt', '2')).toMatchObject({ code: 2, err: 'Say --yes where nobody can be asked.\n' })
    expect((await learn('--adopt', '2', '--yes')).out).toMatch(/^Version 2, pupils: adopted, 2 decisions, adopted .* by operator:/)
    expect((await learn('--list')).out).toContain('One name for pupils: forename oleksandr = wolf (version 2)')
    expect((await learn('--back', '--yes')).out).toMatch(/^Version 2, pupils: retired.*before it: the shipped weights/)
    expect(await learn('--back', '--yes')).toMatchObject({ code: 1 })
  })

  it('takes aliases from a person, and gives them back', async () => {
    expect((await learn('--alias', 'surname:Nguyễn=Nguen')).out).toBe('One name here: surname nguen = nguyen\n')
    expect((await learn('--list')).out).toContain('One name for staff: surname nguen = nguyen (added by hand)')
    expect((await learn('--drop-alias', 'surname:Nguen=Nguyen')).out).toBe('No longer one name: surname nguen = nguyen\n')
  })

  it.each([
    [['--adopt', 'two'], 2],
    [['--adopt', '99', '--yes'], 1],
    [['--alias', 'nickname:a=b'], 2],
    [['--alias', 'forename:Ada=ADA'], 1],
    [['--adopt', '1', '--back'], 2],
  ])('%s ends with %i', async (words, code) => {
    expect((await learn(...words)).code).toBe(code)
  })

  it('a school that nobody knows is not found', async () => {
    expect((await muster.run('learn', '--school', 'nowhere')).code).toBe(1)
  })
})
