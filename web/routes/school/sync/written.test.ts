import { describe, expect, it } from 'vitest'
import { markOf, quarterOf, sumOf, type Written } from './written.ts'

const WRITTEN: Written = [
  { population: 'class', done: 26, of: 26 },
  { population: 'staff', done: 2, of: 4 },
  { population: 'pupil', done: 0, of: 1099 },
]

describe('UX-C11 what is written so far', () => {
  it('adds up', () => {
    expect(sumOf(WRITTEN)).toEqual({ done: 28, of: 1129 })
    expect(sumOf([])).toEqual({ done: 0, of: 0 })
  })

  it.each([
    [0, 0, 0],
    [0, 8, 0],
    [2, 8, 1],
    [7, 8, 3],
    [8, 8, 4],
  ])('%i of %i are %i quarters', (done, of, quarters) => {
    expect(quarterOf({ done, of })).toBe(quarters)
  })

  it('marks what is done, what is being written and what waits', () => {
    expect(WRITTEN.map((_, place) => markOf(WRITTEN, place))).toEqual(['done', 'now', 'waiting'])
  })
})
