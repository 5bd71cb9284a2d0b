import { describe, expect, it } from 'vitest'
import { leaversQuery, readLeaversSearch } from './leavers-search.ts'

describe('the address of the leavers', () => {
  it('UX C13 keeps reason, left since, search, year group, sort and page, and leaves away what it does not know', () => {
    const search = { reason: 'top_year', within: '90', q: ' kit ', year: 'Year 6', sort: 'left', page: '3', asOf: '2026-03-01' }
    expect(readLeaversSearch(search)).toEqual({ ...search, q: 'kit', page: 3 })
    expect(readLeaversSearch({ reason: 'bored', within: '91', sort: 'shoe', page: '1', asOf: '2026-02-30', other: 'x' })).toEqual({})
  })

  it('"left since" counts back from the day that is shown', () => {
    expect(leaversQuery({ within: '30', year: 'Year 6' }, '2026-03-15')).toMatchObject({ since: '2026-02-13', yearGroup: 'Year 6' })
    expect(leaversQuery({ within: '365', asOf: '2025-06-01' }, '2026-03-15')).toMatchObject({ since: '2024-06-01', asOf: '2025-06-01' })
    expect(leaversQuery({}, '2026-03-15').since).toBeUndefined()
  })
})
