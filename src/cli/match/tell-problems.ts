import { describeProblem, type Problem, type ProblemCode } from '../../kernel/index.ts'
import type { Io } from '../io.ts'

/** Places told of one kind of problem; the rest are counted. */
const PLACES_MAX = 20

/** Writes problems as they come, each with its place, and at the end how many more there were of each kind. */
export function problemTeller(io: Io): { tell(problem: Problem): void; end(): void } {
  const counts = new Map<ProblemCode, number>()
  return {
    tell(problem) {
      const count = (counts.get(problem.code) ?? 0) + 1
      counts.set(problem.code, count)
      if (count > PLACES_MAX) return
      const { title, cure } = describeProblem(problem)
      const what = [problem.column, problem.value].filter((it) => it !== null).join(': ')
      const place = [problem.file, problem.line].filter((it) => it !== null).join(':')
      io.err(`${place === '' ? '' : `${place}: `}${title}${what === '' ? '' : ` (${what})`}. ${cure}\n`)
    },
    end() {
      for (const [code, count] of counts) {
        if (count > PLACES_MAX)
          io.err(
            `${count - PLACES_MAX} more like it: ${describeProblem({ code, file: null, line: null, column: null, value: null }).title}\n`,
          )
      }
    },
  }
}
