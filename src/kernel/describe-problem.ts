import type { Problem } from './problem.ts'
import { PROBLEMS } from './problems.ts'

/** What a person reads about a problem. */
export interface ProblemText {
  readonly title: string
  readonly cure: string
}

/** Title and cure in plain English, with the placeholders filled from the problem's place and params. */
export function describeProblem(problem: Problem): ProblemText {
  const { title, cure } = PROBLEMS[problem.code]
  const { file, line, column, value } = problem
  const known: Readonly<Record<string, string | number | null>> = { file, line, column, value, ...problem.params }
  return { title, cure: cure.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(known[name] ?? placeholder)) }
}
