import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, type Fields, isSame } from './difference.ts'

const values = fc.oneof(fc.constantFrom(null, '', 'a', 'b', 1, true, false), fc.array(fc.constantFrom('7', '8'), { maxLength: 2 }))
const fields: fc.Arbitrary<Fields> = fc.dictionary(fc.constantFrom('firstName', 'lastName', 'yearGroups'), values)

describe('difference', () => {
  it('names what differs, with both values, and nothing else', () => {
    expect(difference({ firstName: 'Ada', lastName: 'Marsh', upn: 'X' }, { firstName: 'Al', lastName: 'Marsh' })).toEqual({
      before: { firstName: 'Ada' },
      after: { firstName: 'Al' },
    })
  })

  it.each([
    [null, null, true],
    [null, '', false],
    ['a', 'A', false],
    [['7', '8'], ['7', '8'], true],
    [['7', '8'], ['8', '7'], false],
    [['7'], ['7', '8'], false],
    [['7'], '7', false],
    [0, false, false],
  ])('%j and %j are the same: %s', (a, b, same) => {
    expect(isSame(a, b)).toBe(same)
    expect(isSame(b, a)).toBe(same)
  })

  it('written over what is held, gives what is wanted; and back again', () => {
    fc.assert(
      fc.property(fields, fields, (held, wanted) => {
        const { before, after } = difference(held, wanted)
        expect(Object.keys(before)).toEqual(Object.keys(after))
        const made = { ...held, ...after }
        expect(difference(made, wanted)).toEqual({ before: {}, after: {} })
        expect(difference({ ...made, ...before }, held)).toEqual({ before: {}, after: {} })
      }),
    )
  })
})
