import { describe, expect, it } from 'vitest'
import { finder } from './search.ts'

const TEXTS = ["Nadia O'Fernbank", null, 'nadia_f@oak.example.test']

describe('a search', () => {
  it.each(['nadia', 'FERNBANK nadia', 'oak example', '_', '@', "'", '', '   '])('S-66 finds by “%s”', (q) =>
    expect(finder(q)(TEXTS)).toBe(true),
  )

  it.each(['%', '%%', '?', '*', 'nadja', 'nadia holt'])('S-66 does not find by “%s”', (q) => expect(finder(q)(TEXTS)).toBe(false))

  it('S-66 for nothing finds everybody', () => expect(finder(undefined)(TEXTS)).toBe(true))
})
