import { describe, expect, it } from 'vitest'
import { readAll } from './read-all.ts'

describe('readAll', () => {
  it.each([
    [
      [['a', 'b'], ['c']],
      ['a', 'b', 'c'],
    ],
    [[[]], []],
  ] as const)('reads every page of %j', async (pages, expected) => {
    const asked: number[] = []
    const read = (page: number) => {
      asked.push(page)
      return Promise.resolve({ items: pages[page - 1] ?? [], pages: pages.length })
    }
    expect(await readAll<string>(read)).toEqual(expected)
    expect(asked).toEqual(pages.map((_, at) => at + 1))
  })
})
