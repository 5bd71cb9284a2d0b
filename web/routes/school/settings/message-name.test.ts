import { describe, expect, it } from 'vitest'
import { makeSay } from '../../../../src/wording/index.ts'
import { messageName } from './message-name.ts'

const STAFF = { kind: 'staff_invitation', to: 'dora@oak.example.test' }

describe('whom a message is for', () => {
  it('is named', () => expect(messageName(makeSay('en-GB'), { ...STAFF, name: 'Dora Quill' })).toBe('Dora Quill'))
  it('is said in words where the person is gone', () =>
    expect(messageName(makeSay('en-GB'), { ...STAFF, name: '' })).toBe('Somebody who is no longer here'))
  it('is an address where they are invited to the team', () =>
    expect(messageName(makeSay('en-GB'), { ...STAFF, kind: 'team_invitation', name: '' })).toBe('dora@oak.example.test'))
})
