import { parseOptions } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { foldEmail } from './fold-email.ts'
import { hashPassword, isPassword, NOBODYS } from './password.ts'

describe('a password', () => {
  it('is kept as Argon2id with 19 MiB and two passes, and never twice the same', async () => {
    const [one, other] = await Promise.all([hashPassword('heron kettle sideways'), hashPassword('heron kettle sideways')])
    expect(one).not.toBe(other)
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword(one, 'heron kettle sideways')).toBe(true)
    expect(await isPassword(one, 'heron kettle sidewards')).toBe(false)
  })

  it('is the same however the keyboard composes its letters', async () => {
    const kept = await hashPassword('Caf\u00e9 am Fluss')
    expect(await isPassword(kept, 'Cafe\u0301 am Fluss')).toBe(true)
  })

  it('of an unknown address is compared at the same cost, and never right', async () => {
    expect(parseOptions(NOBODYS)).toEqual(parseOptions(await hashPassword('heron kettle sideways')))
    expect(await isPassword(null, 'heron kettle sideways')).toBe(false)
  })
})

describe('foldEmail', () => {
  it.each([
    ['Dana@Oak.example', 'dana@oak.example'],
    ['  dana@oak.example\n', 'dana@oak.example'],
    ['ｄana@oak.example', 'dana@oak.example'],
    ['da\u0000na@oak.example', 'dana@oak.example'],
  ])('%j is the address %j', (typed, folded) => {
    expect(foldEmail(typed)).toBe(folded)
  })
})
