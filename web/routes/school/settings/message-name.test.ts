import { describe, expect, it } from 'vitest'
import { makeSay } from '../../../../src/wording/index.ts'
import { messageName } from './message-name.ts'

describe('whom a message is for', () => {
  it('is named', () => expect(messageName(makeSay('en-GB'), { name: 'Dora Quill' })).toBe('Dora Quill'))
  it('is said in words where the person is gone', () =>
    expect(messageName(makeSay('en-GB'), { name: '' })).toBe('Somebody who is no longer here'))
})
