import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextBytes } from './text-bytes.ts'

const fixed = (value: number, digits: number) => {
  const text = new TextBytes()
  text.addFixed(value, digits)
  return Buffer.from(text.take()).toString()
}

describe('addFixed', () => {
  it.each([0, 1, 0.5, 0.005, 0.015, 1.005, 0.9999995, 0.99999949, 123.455, -1.5, 1e9, Number.MAX_VALUE])(
    'writes %d as toFixed does',
    (value) => {
      expect([fixed(value, 6), fixed(value, 2), fixed(value, 0)]).toEqual([value.toFixed(6), value.toFixed(2), value.toFixed(0)])
    },
  )

  it('writes any number as toFixed does', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true }),
          fc.double({ min: 0, max: 1 }),
          fc.integer().map((it) => it / 1000),
        ),
        (value) => {
          expect([fixed(value, 6), fixed(value, 2)]).toEqual([value.toFixed(6), value.toFixed(2)])
        },
      ),
      { numRuns: 2000 },
    )
  })
})
