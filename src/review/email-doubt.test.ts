import { describe, expect, it } from 'vitest'
import { doubtEmail } from './email-doubt.ts'

const doubt = (email: string, forename = 'Nadia', shared: readonly string[] = []) =>
  doubtEmail({ email, forenames: [forename] }, (it) => shared.includes(it))

describe('S-109 an address that may not be the pupil’s own', () => {
  it.each([
    ['nadia@pupils.example.test', null],
    ['p0417@pupils.example.test', null],
    ['n.fernbank@pupils.example.test', null],
    ['nadia.fernbank@gmail.com', null],
    ['nadiaf2016@gmail.com', null],
    ['sarah.fernbank@gmail.com', 'parent'],
    ['fernbank.family@example.test', 'parent'],
    ['nadias-mum@example.test', 'parent'],
    ['Parent.Of.Nadia@Example.test', 'parent'],
    ['not an address', null],
  ])('%s: %s', (email, expected) => {
    expect(doubt(email)).toBe(expected)
  })

  it('is one that somebody else has, however it is written', () => {
    expect(doubt('Fernbank@example.test', 'Nadia', ['fernbank@example.test'])).toBe('shared')
  })

  it('knows a forename that is written with marks or in parts', () => {
    expect(doubt('zoe.garcia@gmail.com', 'Zoë')).toBeNull()
    expect(doubt('jane.li@gmail.com', 'Mary-Jane')).toBeNull()
  })
})
