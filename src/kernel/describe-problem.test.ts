import { describe, expect, it } from 'vitest'
import { describeProblem } from './describe-problem.ts'
import { problem } from './problem.ts'

describe('describeProblem', () => {
  it('fills the placeholders of the cure', () => {
    expect(describeProblem(problem('file.unclosed_quote', { line: 3, params: { resumedAt: 9 } })).cure).toContain('line 9')
  })

  it('leaves a placeholder that nobody filled readable', () => {
    expect(describeProblem(problem('file.unclosed_quote')).cure).toContain('{resumedAt}')
  })
})
