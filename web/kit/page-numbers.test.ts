import { describe, expect, it } from 'vitest'
import { pageNumbers } from './page-numbers.ts'

const words = (page: number, pages: number): string =>
  pageNumbers(page, pages)
    .map((it) => it.page ?? '…')
    .join(' ')

describe('page numbers', () => {
  it.each([
    [1, 1, '1'],
    [1, 3, '1 2 3'],
    [1, 13, '1 … 13'],
    [3, 13, '1 2 3 … 13'],
    [5, 13, '1 … 5 … 13'],
    [13, 13, '1 … 13'],
  ])('of page %i of %i are %s', (page, pages, text) => expect(words(page, pages)).toBe(text))
})
