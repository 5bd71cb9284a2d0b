import type { Problem } from '../kernel/index.ts'

/** A problem with the fields of the form that have it, or with who changed what the caller had not seen. */
export interface Refusal {
  readonly problem: Problem
  readonly fields?: readonly { readonly field: string; readonly code: string }[]
  readonly changedBy?: { readonly name: string; readonly at: string; readonly rows: readonly string[] }
}

/** A problem of one or more fields of a form. */
export function refuseFields(problem: Problem, fields: readonly string[]): Refusal {
  return { problem, fields: fields.map((field) => ({ field, code: problem.code })) }
}
