import { describe, expect, it } from 'vitest'
import type { RouteQuery } from '../../src/contract/index.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
// so many that the three are fewer than a guard holds
const STAYS = [...'ABCDEFGHIJKLMNOP'].map((letter, at) => aPupil(`s${at}`, `${letter}stone`, 'Hale', { grade: at < 2 ? '8' : '7' }))
const KIT = aPupil('p1', 'Kit', 'Newcombe', { birthDate: '2013-05-04' })
const LOU = aPupil('p2', 'Lou', 'Marsh', { birthDate: '2013-01-30' })
const ZED = aPupil('p3', 'Zed', 'Abbot', { grade: '8' })

const first = await ada.start([KIT, LOU, ZED, ...STAYS, DORA])
await ada.savePanels(first)
await ada.sync(first)
await ada.sync(await ada.start([...STAYS, DORA]), 'sync')

const list = (query: RouteQuery<'leavers.list'> = {}) => agent.call('leavers.list', { params: { school }, query })
const names = async (query?: RouteQuery<'leavers.list'>) => (await list(query)).items.map((it) => it.name)
const leaves = async (name: string, at: string) => {
  const id = (await list({ q: name })).items[0]?.id
  await server.ask('update link set ended_at = $2 where record_id = $1', [id, at])
}
// Kit and Zed in the year-start window, of which year 8 is the top year here; late in the evening of the school's own clock
await leaves('Kit', '2025-09-01T22:30:00Z')
await leaves('Zed', '2025-09-02T12:00:00Z')
await leaves('Lou', '2026-02-10T12:00:00Z')

describe('UX C13 the leavers of a school', () => {
  it('stand with the day on which they were gone and why, those who left last first', async () => {
    expect((await list()).items).toMatchObject([
      {
        name: 'Lou Marsh',
        kind: 'pupil',
        birthDate: '2013-01-30',
        yearGroup: 'Year 7',
        leftOn: '2026-02-10',
        reason: 'no_date',
        row: null,
      },
      { name: 'Zed Abbot', yearGroup: 'Year 8', leftOn: '2025-09-02', reason: 'top_year' },
      { name: 'Kit Newcombe', yearGroup: 'Year 7', leftOn: '2025-09-01', reason: 'no_date' },
    ])
    expect(await list()).toMatchObject({ total: 3, counts: { all: 3, top_year: 1, no_date: 2, back: 0 }, yearGroups: ['Year 7', 'Year 8'] })
    const everybody = await agent.call('people.list', { params: { school }, query: { kind: 'pupil' } })
    expect(new Set(everybody.items.map((it) => it.name.split(' ')[1]))).toEqual(new Set(['Hale']))
  })

  it('a top year that leaves in the middle of a year is not expected', async () => {
    await leaves('Zed', '2025-12-02T12:00:00Z')
    expect((await list({ q: 'Zed' })).items).toMatchObject([{ reason: 'no_date' }])
    await leaves('Zed', '2025-09-02T12:00:00Z')
  })

  it('are filtered by reason, day, year group and search, with counts that follow', async () => {
    expect(await names({ reason: 'top_year' })).toEqual(['Zed Abbot'])
    expect(await names({ reason: 'no_date' })).toEqual(['Lou Marsh', 'Kit Newcombe'])
    expect(await names({ since: '2025-09-02' })).toEqual(['Lou Marsh', 'Zed Abbot'])
    expect(await names({ since: '2025-09-03' })).toEqual(['Lou Marsh'])
    expect(await names({ yearGroup: 'Year 8' })).toEqual(['Zed Abbot'])
    expect(await names({ q: 'newc' })).toEqual(['Kit Newcombe'])
    expect(await list({ since: '2025-09-02', reason: 'top_year' })).toMatchObject({ total: 1, counts: { all: 2, top_year: 1, no_date: 1 } })
  })

  it('are sorted by name, year group and day, both ways, and paged', async () => {
    expect(await names({ sort: 'name' })).toEqual(['Zed Abbot', 'Lou Marsh', 'Kit Newcombe'])
    expect(await names({ sort: '-name' })).toEqual(['Kit Newcombe', 'Lou Marsh', 'Zed Abbot'])
    expect(await names({ sort: 'year_group' })).toEqual(['Lou Marsh', 'Kit Newcombe', 'Zed Abbot'])
    expect(await names({ sort: '-year_group' })).toEqual(['Zed Abbot', 'Lou Marsh', 'Kit Newcombe'])
    expect(await names({ sort: 'left' })).toEqual(['Kit Newcombe', 'Zed Abbot', 'Lou Marsh'])
    expect(await names({ sort: 'left', limit: 2, page: 2 })).toEqual(['Lou Marsh'])
  })

  it('N-03 on a day before they left there are none', async () => {
    expect(await list({ asOf: '2025-01-01' })).toMatchObject({ total: 0, items: [] })
    const today = new Date().toISOString().slice(0, 10)
    expect(await names({ asOf: today, sort: 'name' })).toEqual(['Zed Abbot', 'Lou Marsh', 'Kit Newcombe'])
  })
})

describe('UX C13 a leaver who came back', () => {
  it('is found by the review that is open, which each of them can be matched in', async () => {
    const run = await ada.start([{ ...LOU, id: 'p9' }, ...STAYS, DORA])
    expect(await names({ reason: 'back' })).toEqual(['Lou Marsh'])
    const { items, counts } = await list({ sort: 'name' })
    expect(counts).toMatchObject({ all: 3, back: 1 })
    expect(items.map((it) => it.row?.isBack)).toEqual([false, true, false])
    for (const { name, row } of items) {
      expect(row?.run).toBe(run.id)
      const at = { school, run: run.id, row: row?.id ?? '' }
      expect(await agent.call('runs.row', { params: at })).toMatchObject({ here: { name } })
    }
    await ada.sync(run)
    expect(await names({ sort: 'name' })).toEqual(['Zed Abbot', 'Kit Newcombe'])
    expect((await list()).items.map((it) => it.row)).toEqual([null, null])
  })

  it('is kept by who may change people, and is no leaver then', async () => {
    const [kit] = (await list({ q: 'Kit' })).items
    const person = await agent.call('people.read', { params: { school, person: kit?.id ?? '' } })
    await agent.call('people.manageByHand', { params: { school, person: person.id }, ifMatch: person.version })
    expect(await names()).toEqual(['Zed Abbot'])
    expect((await agent.call('home.read', { params: { school } })).tiles).toMatchObject({ leavers: 1, pupils: STAYS.length + 2 })
  })
})
