import { describe, expect, it } from 'vitest'
import { makeSay } from '../../../../../src/wording/index.ts'
import { foundWords } from './found-words.ts'

const say = makeSay('en-GB')

describe('what a file holds, in words', () => {
  it.each([
    [{ pupils: 5, staff: 1, classes: 1 }, 'Found: 5 pupils, 1 teacher and 1 class.'],
    [{ pupils: 1, staff: 0, classes: 2 }, 'Found: 1 pupil, 0 teachers and 2 classes.'],
    [{ pupils: 1200, staff: 2, classes: 30 }, 'Found: 1,200 pupils, 2 teachers and 30 classes.'],
  ])('S-13 counts each by itself: %o', (found, words) => expect(foundWords(say, found)).toBe(words))

  it('S-13 says one school as one', () => {
    expect(say('sync.connect.which_hint', { count: 1 })).toContain('names 1 school, and it does')
    expect(say('sync.connect.rows', { used: 1, count: 1 })).toBe('1 of 1 row is used.')
  })
})
