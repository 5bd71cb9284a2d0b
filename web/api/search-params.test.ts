import { describe, expect, it } from 'vitest'
import { parseSearch, readChoice, readDay, readNext, readPage, readText, stringifySearch } from './search-params.ts'

describe('the address of a list', () => {
  it('S-71 comes back as it was written, texts that look like numbers too', () => {
    const search = { q: '007 & co', year: '6', sort: '-name', page: 2 }
    const written = stringifySearch(search)
    expect(written).toBe('?q=007+%26+co&year=6&sort=-name&page=2')
    expect(parseSearch(written)).toEqual({ q: '007 & co', year: '6', sort: '-name', page: '2' })
  })

  it('S-71 says nothing about what is not filtered', () => {
    expect(stringifySearch({ q: '', year: undefined })).toBe('')
  })

  it.each([
    ['2', 2],
    ['1', undefined],
    ['0', undefined],
    ['-3', undefined],
    ['2.5', undefined],
    ['many', undefined],
    [undefined, undefined],
  ])('reads page %s as %s', (value, page) => expect(readPage(value)).toBe(page))

  it('keeps a search to 100 characters without spaces around it', () => {
    expect(readText(`  ${'x'.repeat(200)}  `)).toHaveLength(100)
    expect(readText('   ')).toBeUndefined()
  })

  it.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-02-30', undefined],
    ['2026-3-2', undefined],
    [undefined, undefined],
  ])('N-03 reads day %s as %s', (value, day) => expect(readDay(value)).toBe(day))

  it('takes only the choices there are', () => {
    expect(readChoice('synced', ['synced', 'leavers'])).toBe('synced')
    expect(readChoice('everything', ['synced', 'leavers'])).toBeUndefined()
  })

  it.each([
    ['/s/oak/people/pupils?page=2', '/s/oak/people/pupils?page=2'],
    ['//elsewhere.example/', undefined],
    ['/\\elsewhere.example/', undefined],
    ['https://elsewhere.example/', undefined],
    ['/sign-in?next=/sign-in', undefined],
    [undefined, undefined],
  ])('goes on to %s after signing in only where it is ours', (value, next) => expect(readNext(value)).toBe(next))
})
