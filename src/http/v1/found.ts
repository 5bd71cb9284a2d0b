import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'

/** What was found; nothing: the same answer as for everything that does not exist (D18). */
export function found<Value>(value: Value | undefined): Result<Value, Problem> {
  return value === undefined ? fail(problem('address.unknown')) : ok(value)
}
