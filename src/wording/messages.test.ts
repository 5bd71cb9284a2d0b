import { describe, expect, it } from 'vitest'
import { PROBLEMS, type ProblemCode, problem } from '../kernel/index.ts'
import { describeProblem } from './describe-problem.ts'
import { makeSay } from './make-say.ts'
import { MESSAGES, type MessageKey } from './messages/index.ts'
import { wordsOfOthers } from './support/words-of-others.ts'

/** The two choices of the setting itself say what either means. */
const ABOUT_THE_WORDS = /^(school\.words|set_up\.words)/
// Object.keys of a plain object gives its keys
const KEYS = (Object.keys(MESSAGES) as MessageKey[]).filter((it) => !ABOUT_THE_WORDS.test(it))
const CODES = Object.keys(PROBLEMS) as ProblemCode[]
const american = makeSay('en-US')

/** The sentences of a text, each by its words. */
function sentencesOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/(?<=[.!?])\s+/)
    .map((it) => it.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)))
    .filter((it) => it.length > 0)
}

describe('every message', () => {
  it('UX-40 has 20 words in a sentence at the most on average, and none has 40', () => {
    const british = makeSay('en-GB')
    const texts = [
      ...KEYS.map((key) => british(key, { count: 2 })),
      ...CODES.flatMap((code) => Object.values(describeProblem(problem(code), 'en-GB'))),
    ]
    const lengths = texts.flatMap(sentencesOf).map((it) => it.length)
    expect(lengths.reduce((sum, it) => sum + it, 0) / lengths.length).toBeLessThanOrEqual(20)
    expect(texts.filter((it) => sentencesOf(it).some((words) => words.length >= 40))).toEqual([])
  })

  it('D15 says nothing in an en-US school that only the UK says', () => {
    const found = KEYS.flatMap((key) => [1, 2].flatMap((count) => wordsOfOthers(american(key, { count })).map((it) => `${key}: ${it}`)))
    expect([...new Set(found)]).toEqual([])
  })
})
