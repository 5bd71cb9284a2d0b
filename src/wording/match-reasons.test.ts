import { describe, expect, it } from 'vitest'
import { describeMatchGuard, describeMatchReason } from './match-reasons.ts'

describe('describeMatchReason', () => {
  it.each([
    ['surname.exact', { directory: 'Okonkwo', rarity: 'rare' }, 11.2, 'Same surname: Okonkwo, which is rare here (strongly for)'],
    ['sex.different', { directory: 'female', source: 'male' }, -5, 'Sex: female here, male in your MIS (against)'],
    ['sex.same', {}, 1, 'The sex is the same (slightly for)'],
    ['decided.by_person', {}, 0, 'A person said that these two are the same'],
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
    expect(describeMatchGuard('guard.twin')).toBe('Could be twins: same surname, same birth date, different forenames.')
  })
})
