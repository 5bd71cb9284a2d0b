import { describe, expect, it } from 'vitest'
import { paged } from './paging.ts'

const PEOPLE = Array.from({ length: 25 }, (_, index) => `person ${index + 1}`)
const read = async ({ offset, limit }: { readonly offset: number; readonly limit: number }) => ({
  items: PEOPLE.slice(offset, offset + limit),
  total: PEOPLE.length,
  counts: { all: PEOPLE.length },
})

describe('the pages of a list', () => {
  it('S-71 every item stands on exactly one page, forwards and backwards', async () => {
    const seen: string[] = []
    let cursor: string | null | undefined
    let previous: string | null = null
    while (cursor !== null) {
      const page = await paged({ limit: 10, cursor }, read)
      if (!page.ok) throw new Error(page.failure.code)
      seen.push(...page.value.items)
      previous = page.value.previousCursor
      cursor = page.value.nextCursor
    }
    expect(seen).toEqual(PEOPLE)
    expect(await paged({ limit: 10, cursor: previous ?? '' }, read)).toMatchObject({
      ok: true,
      value: { page: 2, items: PEOPLE.slice(10, 20) },
    })
  })

  it('S-71 says how many there are, of the whole filter', async () => {
    expect(await paged({ limit: 10, page: 3 }, read)).toMatchObject({
      ok: true,
      value: { total: 25, page: 3, pages: 3, items: PEOPLE.slice(20), nextCursor: null, counts: { all: 25 } },
    })
    expect(await paged({ limit: 10, page: 9 }, read)).toMatchObject({ ok: true, value: { total: 25, items: [], nextCursor: null } })
  })

  it.each(['nonsense', '', 'ZnJvbTotMQ'])('refuses a cursor that no answer gave: “%s”', async (cursor) => {
    expect(await paged({ limit: 10, cursor }, read)).toMatchObject({ ok: false, failure: { code: 'list.cursor_unknown' } })
  })
})
