import { describe, expect, it } from 'vitest'
import { makeSay } from '../../../src/wording/index.ts'
import { undoEffects } from './undo-effects.ts'

const say = makeSay('en-GB')

describe('undoEffects', () => {
  it('says in numbers what an undo would do', () => {
    const counts = { created: 184, linked: 31, updated: 700, desynced: 12, unchanged: 267 }
    expect(undoEffects(say, { counts, groups: 14, messagesHeld: 4 })).toEqual([
      '743 people go back to what they were.',
      '184 people who were added are removed. Who has been used since is kept, with access off.',
      '14 classes and year groups go back to what they were.',
      '4 e-mails that wait are dropped.',
      'What somebody changed later is kept.',
    ])
  })

  it('says nothing of what did not happen', () => {
    expect(undoEffects(say, { counts: null, groups: 1, messagesHeld: 0 })).toEqual([
      '1 class or year group goes back to what it was.',
      'What somebody changed later is kept.',
    ])
  })
})
