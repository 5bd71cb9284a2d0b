import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { csrfTokenOf, isSameSecret, newToken, tokenHash } from './secret.ts'

const ids = { clock: () => new Date(0), random: (count: number) => randomBytes(count) }

describe('a token', () => {
  it('is 32 random bytes, and SHA-256 of it is what is kept', () => {
    const token = newToken(ids)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(tokenHash(token)).toEqual(createHash('sha256').update(token).digest())
    expect(newToken(ids)).not.toBe(token)
  })

  it.each(['', 'x', `${'a'.repeat(42)}=`, 'a'.repeat(44), `${'a'.repeat(42)}\u0000`])('%j is none', (text) => {
    expect(tokenHash(text)).toBeNull()
  })

  it('gives the same CSRF token every time, another for another session, and is not in it', () => {
    const [one, other] = [newToken(ids), newToken(ids)]
    expect(csrfTokenOf(one)).toBe(csrfTokenOf(one))
    expect(csrfTokenOf(one)).not.toBe(csrfTokenOf(other))
    expect(csrfTokenOf(one)).not.toContain(one)
  })

  it('is compared whole, whatever the lengths', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true)
    for (const other of ['', 'ab', 'abcd', 'abd', 'ABC']) expect(isSameSecret('abc', other)).toBe(false)
  })
})
