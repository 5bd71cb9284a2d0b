import { expect, it } from 'vitest'
import { accessQuery, readAccessSearch } from './access-search.ts'

it('S-31 the address keeps application, tab, filters, sort and page, and leaves away what it does not know', () => {
  const application = '01990000-0000-7000-8000-0000000000aa'
  const search = { application, state: 'without', kind: 'pupil', q: ' kit ', year: 'Year 6', class: '6A', sort: '-since', page: '2' }
  const read = readAccessSearch(search)
  expect(read).toEqual({ ...search, q: 'kit', page: 2 })
  expect(accessQuery(read)).toMatchObject({ yearGroup: 'Year 6', registrationClass: '6A', state: 'without' })
  expect(readAccessSearch({ application: 'x', state: 'perhaps', kind: 'cat', sort: 'shoe', page: '1', other: 'x' })).toEqual({})
})
