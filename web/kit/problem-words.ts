import { ApiError, type ApiProblem } from '../../src/contract/index.ts'
import type { Say } from '../../src/wording/index.ts'
import { ConnectionLost } from '../api/connection-lost.ts'

/** The problem that an error tells of; undefined: the API did not say one. */
export function problemOf(error: unknown): ApiProblem | undefined {
  return error instanceof ApiError ? error.problem : undefined
}

/** What happened and what to do, also where nobody could say so: the connection is gone, or the page itself is at fault. */
export function problemWords(error: unknown, say: Say): { readonly title: string; readonly cure: string } {
  if (error instanceof ConnectionLost) return { title: say('kit.unreachable'), cure: say('kit.unreachable_cure') }
  const problem = problemOf(error)
  if (problem === undefined) return { title: say('kit.page_fault'), cure: say('kit.page_fault_cure') }
  return { title: problem.title || say('kit.service_problem'), cure: problem.cure || say('kit.service_problem_cure') }
}
