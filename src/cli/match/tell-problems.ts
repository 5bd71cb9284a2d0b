import type { Problem, ProblemCode } from '../../kernel/index.ts'
import { describeProblem } from '../../wording/index.ts'
import type { Io } from '../io.ts'
import { PLACES_MAX, type Problems } from './side-problems.ts'

/** Writes problems as they come, each with its place, and at the end how many more there were of each kind. */
export function problemTeller(io: Io): { tell(problem: Problem): void; tellAll(problems: Problems): void; end(): void } {
  const counts = new Map<ProblemCode, number>()
  const count = (code: ProblemCode, more: number): number => {
    const now = (counts.get(code) ?? 0) + more
    counts.set(code, now)
    return now
  }
  const tell = (problem: Problem): void => {
    if (count(problem.code, 1) > PLACES_MAX) return
    const { title, cure } = describeProblem(problem, 'en-GB')
    const what = [problem.column, problem.value].filter((it) => it !== null).join(': ')
    const place = [problem.file, problem.line].filter((it) => it !== null).join(':')
    io.err(`${place === '' ? '' : `${place}: `}${title}${what === '' ? '' : ` (${what})`}. ${cure}\n`)
  }
  return {
    tell,
    tellAll({ told, more }) {
      for (const problem of told) tell(problem)
      for (const [code, times] of more) count(code, times)
    },
    end() {
      for (const [code, times] of counts) {
        if (times > PLACES_MAX)
          io.err(
            `${times - PLACES_MAX} more like it: ${describeProblem({ code, file: null, line: null, column: null, value: null }, 'en-GB').title}\n`,
          )
      }
    },
  }
}
