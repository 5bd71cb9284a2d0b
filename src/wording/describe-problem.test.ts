import { describe, expect, it } from 'vitest'
import { PROBLEMS, type ProblemCode, problem } from '../kernel/index.ts'
import { describeProblem } from './describe-problem.ts'
import { wordsOfOthers } from './support/words-of-others.ts'

// Object.keys of a plain object gives its keys
const CODES = Object.keys(PROBLEMS) as ProblemCode[]

describe('describeProblem', () => {
  it('fills the placeholders of the cure', () => {
    expect(describeProblem(problem('file.unclosed_quote', { line: 3, params: { resumedAt: 9 } }), 'en-GB').cure).toContain('line 9')
  })

  it('leaves a placeholder that nobody filled readable', () => {
    expect(describeProblem(problem('file.unclosed_quote'), 'en-GB').cure).toContain('{resumedAt}')
  })

  it('D15 says it in the words of the school', () => {
    const unmapped = problem('pupil.year_group_unmapped', { params: { value: '13', count: 4 } })
    expect(describeProblem(unmapped, 'en-GB')).toEqual({
      title: 'A year group is not known',
      cure: 'Say which year group "13" is, or correct it in your MIS. Until then its 4 pupils are left out.',
    })
    expect(describeProblem(unmapped, 'en-US')).toEqual({
      title: 'A grade is not known',
      cure: 'Say which grade "13" is, or correct it in your SIS. Until then its 4 students are left out.',
    })
  })

  it.each(CODES)('D15 an en-US school never reads the words of the UK, nor a term nobody filled: %s', (code) => {
    for (const text of Object.values(describeProblem(problem(code), 'en-US'))) {
      expect(wordsOfOthers(text)).toEqual([])
    }
  })
})
