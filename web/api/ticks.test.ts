import { describe, expect, it } from 'vitest'
import { NO_TICKS, type Ticks, tick } from './ticks.ts'

const rows = ['a', 'b', 'c', 'd', 'e']
const ids = (ticks: Ticks): string => [...ticks.ids].sort().join('')
const one = (ticks: Ticks, id: string): Ticks => tick(ticks, id, { rows, isRange: false })
const range = (ticks: Ticks, id: string): Ticks => tick(ticks, id, { rows, isRange: true })

describe('ticks', () => {
  it('S-71 come and go one by one', () => {
    expect(ids(one(one(NO_TICKS, 'b'), 'd'))).toBe('bd')
    expect(ids(one(one(NO_TICKS, 'b'), 'b'))).toBe('')
  })

  it('S-71 are set from the last one to this one with Shift, both ways', () => {
    expect(ids(range(one(NO_TICKS, 'b'), 'd'))).toBe('bcd')
    expect(ids(range(one(NO_TICKS, 'd'), 'a'))).toBe('abcd')
  })

  it('S-71 are taken away over a range as well', () => {
    const all = range(one(NO_TICKS, 'a'), 'e')
    expect(ids(range(one(all, 'b'), 'd'))).toBe('ae')
  })

  it('S-71 are one alone where the last is no longer on the page', () => {
    expect(ids(range({ ids: new Set(), last: 'gone' }, 'c'))).toBe('c')
  })
})
