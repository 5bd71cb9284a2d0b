import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jaroWinkler } from './jaro-winkler.ts'

describe('jaroWinkler', () => {
  // Winkler's published table (US Bureau of the Census), three digits as printed there.
  it.each([
    ['SHACKLEFORD', 'SHACKELFORD', 0.982],
    ['DUNNINGHAM', 'CUNNIGHAM', 0.896],
    ['NICHLESON', 'NICHULSON', 0.956],
    ['JONES', 'JOHNSON', 0.832],
    ['MASSEY', 'MASSIE', 0.933],
    ['ABROMS', 'ABRAMS', 0.922],
    ['JERALDINE', 'GERALDINE', 0.926],
    ['MARHTA', 'MARTHA', 0.961],
    ['MICHELLE', 'MICHAEL', 0.921],
    ['JULIES', 'JULIUS', 0.933],
    ['TANYA', 'TONYA', 0.88],
    ['DWAYNE', 'DUANE', 0.84],
    ['DIXON', 'DICKSONX', 0.813],
    ['LAMPLEY', 'CAMPLEY', 0.905],
    ['ITMAN', 'SMITH', 0.467],
  ])('gives %s and %s the published %f', (left, right, expected) => {
    expect(jaroWinkler(left, right)).toBeCloseTo(expected, 3)
    expect(jaroWinkler(right, left)).toBeCloseTo(expected, 3)
  })

  it('rounds half transpositions down', () => {
    expect(jaroWinkler('kenneth simpson', 'kenneth smpson')).toBeCloseTo(0.9867, 4)
  })

  it('is 0 for nothing, 1 only for the same, and between otherwise', () => {
    expect(jaroWinkler('', '')).toBe(0)
    expect(jaroWinkler('a', '')).toBe(0)
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const likeness = jaroWinkler(left, right)
        expect(likeness).toBeGreaterThanOrEqual(0)
        expect(likeness).toBeLessThanOrEqual(1)
        if (left !== right) expect(likeness).toBeLessThan(1)
      }),
    )
  })
})
