import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from '../config/index.ts'
import { packer, unpack } from './pack.ts'

const KEY = { key: new Uint8Array(32).fill(7), purpose: 'upload' } as const

describe('the chunks of an upload', () => {
  it('give back every item, whatever is written in it', () => {
    const items = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.jsonValue()))
    fc.assert(
      fc.property(items, (all) => {
        const open = packer()
        for (const it of all) open.add(it)
        const plain: unknown = JSON.parse(JSON.stringify(all))
        expect(open.finish().flatMap((chunk) => unpack(unseal(KEY, seal(KEY, chunk))))).toEqual(plain)
      }),
    )
  })

  it('are several when there is much', () => {
    const open = packer()
    for (let number = 0; number < 30_000; number++) open.add(['person', { number, name: 'Somebody with a name' }])
    const chunks = open.finish()
    expect(chunks.length).toBeGreaterThan(3)
    expect(chunks.flatMap(unpack)).toHaveLength(30_000)
  })

  it('say nothing to whoever has another key, and never the same twice', () => {
    const sealed = seal(KEY, Buffer.from('Ada Marsh'))
    expect(sealed.includes('Ada')).toBe(false)
    expect(seal(KEY, Buffer.from('Ada Marsh')).equals(sealed)).toBe(false)
    expect(() => unseal({ ...KEY, key: new Uint8Array(32).fill(8) }, sealed)).toThrow()
    expect(() => unseal({ ...KEY, purpose: 'authenticator' }, sealed)).toThrow()
  })

  it('cannot be changed unnoticed, in any byte', () => {
    const sealed = seal(KEY, Buffer.from('Ada Marsh'))
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => unseal(KEY, changed)).toThrow()
    }
    expect(() => unseal(KEY, sealed.subarray(0, sealed.length - 1))).toThrow()
  })
})
