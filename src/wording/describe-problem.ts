import { PROBLEMS, type Problem } from '../kernel/index.ts'
import { term, type Vocabulary } from './terms.ts'

/** What a person reads about a problem. */
export interface ProblemText {
  readonly title: string
  readonly cure: string
}

/** Title and cure in the words of a vocabulary, with the placeholders filled from the problem's place and params. */
export function describeProblem(problem: Problem, vocabulary: Vocabulary): ProblemText {
  const { title, cure } = PROBLEMS[problem.code]
  const { file, line, column, value } = problem
  const known: Readonly<Record<string, string | number | null>> = { file, line, column, value, ...problem.params }
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(known[name] ?? term(vocabulary, name) ?? placeholder))
  return { title: fill(title), cure: fill(cure) }
}
