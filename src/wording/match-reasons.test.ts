import { describe, expect, it } from 'vitest'
import { describeMatchGuard, describeMatchReason } from './match-reasons.ts'

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

describe('describeMatchGuard', () => {
  it('says why a person should look', () => {
    expect(describeMatchGuard('guard.twin')).toBe('There is a twin: same surname and birth date, another forename.')
  })
})
