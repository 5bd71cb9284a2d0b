import { describe, expect, it } from 'vitest'
import { typedNumber } from './typed-number.ts'

describe('typedNumber', () => {
  it.each([
    ['1194', 1194],
    ['1,194', 1194],
    [' 1 194 ', 1194],
    ['1.194', 1194],
    ['194', 194],
    ['', null],
    ['1194x', null],
    ['-1194', null],
    ['1e3', null],
  ])('%j says %s', (text, expected) => {
    expect(typedNumber(text)).toBe(expected)
  })
})
