import { describe, expect, it } from 'vitest'
import { readDisplay } from './display.ts'

describe('readDisplay', () => {
  it.each([
    ['dark more', { theme: 'dark', contrast: 'more' }],
    ['light system', { theme: 'light', contrast: 'system' }],
    [null, { theme: 'system', contrast: 'system' }],
    ['purple', { theme: 'system', contrast: 'system' }],
  ])('%s', (kept, expected) => {
    expect(readDisplay(kept)).toEqual(expected)
  })
})
