import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName } from '../../kernel/index.ts'
import { areNicknames, asLatin, givenSpelling, hasNicknames, nameParts, orderFree, surnameSpelling } from './index.ts'

const LETTERS = [
  'a',
  'e',
  'h',
  'y',
  'o',
  'mac',
  'abd',
  'ova',
  'ski',
  'ue',
  ' ',
  '-',
  'ß',
  'й',
  'г',
  'ου',
  'عبد ',
  'ال',
  '王',
  '\ud800',
  '\udc00',
  '😀',
  '\0',
  '__proto__',
]
const absurd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...LETTERS), { maxLength: 40 }).map((it) => it.join('')),
)

describe('N-08 the knowledge of names', () => {
  it('N-08 bears any string, and says the same of it twice', () => {
    fc.assert(
      fc.property(absurd, absurd, (typed, other) => {
        for (const name of [typed, foldName(typed)]) {
          expect(givenSpelling(name)).toBe(givenSpelling(name))
          expect(surnameSpelling(name)).toBe(surnameSpelling(name))
          expect(asLatin(asLatin(name)).length).toBeGreaterThanOrEqual(0)
          expect(nameParts(name.split(' ')).coreText).toBe(nameParts(name.split(' ')).words.join(''))
          expect(areNicknames(name, other)).toBe(areNicknames(other, name))
          expect(areNicknames(name, name)).toBe(false)
          expect(typeof hasNicknames(name)).toBe('boolean')
        }
      }),
    )
  })

  it('N-08 gives one order-free key to any sharing out of the words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 5 })), fc.array(fc.string({ maxLength: 5 })), (left, right) => {
        expect(orderFree(left, right)).toBe(orderFree(right, left))
        expect(orderFree([...left, ...right], [])).toBe(orderFree(left, right))
      }),
    )
  })

  it.each(['a', 'ab ', 'mac', 'abd', 'ay', 'ж', 'ου', 'عبد ', '\ud800'])('N-08 is done in no time with 100 KB of %j', (piece) => {
    const long = piece.repeat(100_000 / piece.length)
    const from = Date.now()
    for (const it of [givenSpelling, surnameSpelling, asLatin, hasNicknames]) it(long)
    nameParts(long.split(' '))
    nameParts([long])
    expect(Date.now() - from).toBeLessThan(2_000)
  })
})
