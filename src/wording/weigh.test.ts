import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closenessOf, likelihoodOf, roundedBits, weightOf } from './weigh.ts'

describe('words before numbers', () => {
  it.each([
    [14.2, 'strongly_for'],
    [8, 'strongly_for'],
    [7.9, 'for'],
    [3, 'for'],
    [0.4, 'slightly_for'],
    [0.04, 'none'],
    [0, 'none'],
    [-0.04, 'none'],
    [-1, 'slightly_against'],
    [-5, 'against'],
    [-11, 'strongly_against'],
  ])('N-01 %d bits are %s', (bits, weight) => {
    expect(weightOf(bits)).toBe(weight)
  })

  it.each([
    [-4, 'likelier'],
    [-2.9, 'as_likely'],
    [0, 'as_likely'],
    [2.9, 'as_likely'],
    [3, 'less_likely'],
    [8, 'clearly_less_likely'],
  ])('N-01 a rival %d bits below is %s', (margin, closeness) => {
    expect(closenessOf(margin)).toBe(closeness)
  })

  it.each([
    [0.95, 'very_likely'],
    [0.9, 'very_likely'],
    [0.5, 'likely'],
    [0.3, 'possible'],
  ])('N-01 a chance of %d is %s', (probability, word) => {
    expect(likelihoodOf(probability)).toBe(word)
  })
})

describe('roundedBits', () => {
  const bits = fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { maxLength: 14 })
  const tenths = (value: number) => Math.round(value * 10)

  it('N-01 the printed parts add up to the printed total, and none moves by a whole tenth', () => {
    fc.assert(
      fc.property(bits, (parts) => {
        const rounded = roundedBits(parts)
        expect(rounded.parts.reduce((sum, it) => sum + tenths(it), 0)).toBe(tenths(rounded.total))
        expect(Math.abs(rounded.total - parts.reduce((sum, it) => sum + it, 0))).toBeLessThan(0.051)
        for (const [at, part] of rounded.parts.entries()) expect(Math.abs(part - (parts[at] ?? 0))).toBeLessThan(0.1001)
      }),
    )
  })

  it('N-01 what is rounded already stays as it is', () => {
    fc.assert(
      fc.property(bits, (parts) => {
        const once = roundedBits(parts)
        expect(roundedBits(once.parts)).toEqual(once)
      }),
    )
  })
})
