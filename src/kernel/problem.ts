import type { ProblemCode } from './problems.ts'

/** Something that went wrong at one place of the input, with enough to find it and cure it. */
export interface Problem {
  readonly code: ProblemCode
  /** File as its owner named it, without a folder; null when the problem is not in a file. */
  readonly file: string | null
  /** Line where the row begins, counted from 1; the header is line 1. */
  readonly line: number | null
  readonly column: string | null
  /** The offending value as read, at most 200 characters. Personal data: only for who may see the school. */
  readonly value: string | null
  /** Values for the placeholders of the cure, such as `{expected}`. */
  readonly params?: Readonly<Record<string, string | number>>
}

/** How many characters of an offending value are kept. */
const VALUE_LENGTH_MAX = 200

/** Makes a problem, with nothing but its code required. */
export function problem(code: ProblemCode, at: Partial<Omit<Problem, 'code'>> = {}): Problem {
  const value = at.value == null ? null : at.value.slice(0, VALUE_LENGTH_MAX)
  return { code, file: null, line: null, column: null, ...at, value }
}
