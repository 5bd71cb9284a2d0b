import { databaseProblems } from './problems/database.ts'
import { fileProblems } from './problems/file.ts'
import { rosterProblems } from './problems/roster.ts'
import { runProblems } from './problems/run.ts'

export type { Recovery } from './problems/definition.ts'

/** Every problem there is, by code. A code's first word is the area it belongs to. */
export const PROBLEMS = { ...databaseProblems, ...fileProblems, ...rosterProblems, ...runProblems }

export type ProblemCode = keyof typeof PROBLEMS
