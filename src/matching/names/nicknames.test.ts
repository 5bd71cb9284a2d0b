import { describe, expect, it } from 'vitest'
import { areNicknames } from './nicknames.ts'

describe('areNicknames', () => {
  it.each([
    ['william', 'billy', true],
    ['bill', 'will', true],
    ['katie', 'katherine', true],
    ['mohammed', 'muhammad', true],
    ['ayesha', 'aisha', true],
    ['alex', 'alexandra', true],
    ['alexander', 'alexandra', false],
    ['thomas', 'thomas', false],
    ['thomas', 'james', false],
    ['zzz', 'william', false],
    ['', '', false],
  ])('says of %s and %s: %s', (left, right, expected) => {
    expect(areNicknames(left, right)).toBe(expected)
    expect(areNicknames(right, left)).toBe(expected)
  })
})
