import { describe, expect, it } from 'vitest'
import { aPupil, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)

const LAST = ['Ashdown', 'Birch', 'Cole', 'Dale', 'Elm', 'Frost', 'Glen']
const GRADES = ['7', '7', '8', '8', '8', '9', '9']

/** A review in which each of seven pupils, added by hand before, may be the one of the MIS. */
async function sevenDoubts(): Promise<Run> {
  const [row] = await server.ask<{ count: string }>('select count(*) from person')
  for (const [index, last] of row?.count === '0' ? LAST.entries() : [])
    await server.ask(`insert into person (school_id, id, kind, first_name, last_name, status)
      select id, '0190a000-0000-7000-8000-00000000000${index}', 'pupil', 'Sam', '${last}', 'active' from school`)
  const run = await ada.start([
    ...LAST.map((last, index) => aPupil(`x${index}`, 'Sam', last, { grade: GRADES[index] ?? '7', classes: [`${GRADES[index]}A`] })),
    aPupil('n1', 'Wren', 'Holt', { grade: '9', classes: ['9A'] }),
    aPupil('n2', 'Wren', 'Ivory', { grade: '9', classes: ['9A'] }),
  ])
  if (run.isFirst) await ada.savePanels(run)
  return run
}

type Rows = Awaited<ReturnType<typeof ada.rows>>
const ids = (rows: Rows): readonly string[] => rows.items.map((it) => it.id)

describe('the pages of a review that is decided while it is read', () => {
  it.each([
    ['needs_decision', 'review'],
    ['needs_decision', '-year_group'],
    ['may_match', 'status'],
    ['all', 'name'],
    ['needs_decision', '-name'],
  ] as const)('S-71 nobody is missed or shown twice: %s by %s', async (filter, sort) => {
    for (const decided of [0, 1]) {
      const run = await sevenDoubts()
      const query = { filter, sort, limit: 2 }
      const before = ids(await ada.rows(run, { filter, sort }))
      const first = await ada.rows(run, query)
      await ada.decide(run, first.version, [{ row: first.items[decided]?.id ?? '', act: 'different' }])
      const seen = [...ids(first)]
      for (let next = first.nextCursor; next !== null; ) {
        const page: Rows = await ada.rows(run, { ...query, cursor: next })
        seen.push(...ids(page))
        next = page.nextCursor
      }
      const isNew = new Set(ids(await ada.rows(run, { filter: 'new' })))
      // splitting a pair gives the half that is the MIS's a row of its own
      expect(seen.filter((it) => before.includes(it) || !isNew.has(it))).toEqual(before)
      expect(new Set(seen).size).toBe(seen.length)
      await ada.discard(run)
    }
  })

  it('S-71 the page before is the one that was there, without whom was decided', async () => {
    const run = await sevenDoubts()
    const query = { filter: 'needs_decision', limit: 3 }
    const first = await ada.rows(run, query)
    const second = await ada.rows(run, { ...query, cursor: first.nextCursor ?? '' })
    await ada.decide(run, first.version, [{ row: first.items[2]?.id ?? '', act: 'different' }])
    await ada.decide(run, second.version, [{ row: second.items[0]?.id ?? '', act: 'different' }])
    const back = await ada.rows(run, { ...query, cursor: second.previousCursor ?? '' })
    expect(ids(back)).toEqual(ids(first).slice(0, 2))
    expect(back).toMatchObject({ page: 1, previousCursor: null, total: 5 })
    await ada.discard(run)
  })

  it('S-71 a row that is gone leaves its place to the one before it', async () => {
    const run = await sevenDoubts()
    const query = { filter: 'new', sort: 'name', limit: 1 }
    const all = await ada.rows(run, { filter: 'all', sort: 'name' })
    const held = all.items.find((it) => it.here?.name === 'Sam Ashdown')?.id ?? ''
    await ada.decide(run, all.version, [{ row: held, act: 'different' }])
    const fresh = await ada.rows(run, { filter: 'new', sort: 'name' })
    const [, second, third] = fresh.items
    const page = await ada.rows(run, { ...query, limit: 2 })
    await ada.decide(run, page.version, [{ row: held, act: 'match', with: second?.id ?? '' }])
    expect(ids(await ada.rows(run, { ...query, cursor: page.nextCursor ?? '' }))).toEqual([third?.id])
    await ada.discard(run)
  })

  it('S-71 a cursor names nobody, belongs to its order, and page numbers stay', async () => {
    const run = await sevenDoubts()
    for (const sort of ['review', 'name', 'year_group', 'class', '-status']) {
      const { nextCursor } = await ada.rows(run, { filter: 'all', sort, limit: 4 })
      const text = Buffer.from(nextCursor ?? '', 'base64url').toString()
      expect(text).toMatch(/^after:4:/)
      expect(text).not.toMatch(/sam|wren|ashdown|birch|cole|dale|year [789]|\b[789]a\b/i)
      const other = ada.rows(run, { filter: 'all', sort: '-review', limit: 4, cursor: nextCursor })
      await expect(other).rejects.toMatchObject({ problem: { code: 'list.cursor_unknown' } })
    }
    const all = await ada.rows(run, { filter: 'all' })
    const page = await ada.rows(run, { filter: 'all', limit: 4, page: 2 })
    expect(ids(page)).toEqual(ids(all).slice(4, 8))
    expect(page).toMatchObject({ page: 2, pages: 3, total: 9 })
    expect(ids(await ada.rows(run, { filter: 'all', limit: 4, cursor: page.nextCursor ?? '' }))).toEqual(ids(all).slice(8))
    expect(await ada.rows(run, { filter: 'all', limit: 4, page: 9 })).toMatchObject({ items: [], pages: 3, nextCursor: null })
  })

  it('S-66 a search for signs alone finds nobody', async () => {
    const {
      items: [run],
    } = await agent.call('runs.list', { params: { school } })
    const rows = await agent.call('runs.rows', { params: { school, run: run?.id ?? '' }, query: { kind: 'pupil', filter: 'all', q: '%' } })
    expect(rows.total).toBe(0)
  })
})
