import { describe, expect, it } from 'vitest'
import { describeMatchGuard, describeMatchReason, MATCH_GUARD_CODES, MATCH_REASON_CODES } from './match-reasons.ts'

describe('describeMatchReason', () => {
  it.each([
    ['surname.exact', { directory: 'Okonkwo', rarity: 'rare' }, 11.2, 'Same surname: Okonkwo is rare here (strongly for)'],
    ['sex.different', {}, -5, 'The sex is different (against)'],
    ['sex.same', {}, 1, 'The sex is the same (slightly for)'],
    ['decided.by_person', {}, 0, 'A person said that these are the same'],
  ])('words %s', (code, params, bits, text) => {
    expect(describeMatchReason({ code, params, bits })).toBe(text)
  })

  it('has no word for a code that is not', () => {
    expect(() => describeMatchReason({ code: 'shoe.size', params: {}, bits: 1 })).toThrow('shoe.size')
    expect(() => describeMatchGuard('guard.dog')).toThrow('guard.dog')
  })
})

it('gives every guard a sentence of its own', () => {
  const sentences = MATCH_GUARD_CODES.map(describeMatchGuard)
  expect(new Set(sentences).size).toBe(sentences.length)
  expect(MATCH_REASON_CODES.length).toBeGreaterThan(40)
})
