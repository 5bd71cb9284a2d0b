import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Dictionary } from './dictionary.ts'

describe('a dictionary', () => {
  it('gives each text one code and the code its text, whatever the text is and however long', () => {
    const texts = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'binary-ascii' }), fc.constantFrom('', 'a', 'é')),
    )
    fc.assert(
      fc.property(texts, (all) => {
        const dictionary = new Dictionary()
        const codes = all.map((text) => dictionary.codeOf(text))
        expect(codes.map((code) => dictionary.textOf(code))).toEqual(all)
        expect(all.map((text) => dictionary.find(text))).toEqual(codes)
        expect(dictionary.size).toBe(new Set(all).size)
      }),
    )
  })

  it('keeps a text that is longer than all before it', () => {
    const dictionary = new Dictionary()
    const long = 'x'.repeat(100_000)
    expect(dictionary.textOf(dictionary.codeOf('short'))).toBe('short')
    expect(dictionary.textOf(dictionary.codeOf(long))).toBe(long)
  })
})
