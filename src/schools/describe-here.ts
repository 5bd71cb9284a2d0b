import type { SchoolTx } from '../db/index.ts'
import type { Problem } from '../kernel/index.ts'
import { describeProblem, type ProblemText } from '../wording/index.ts'
import { readSchool } from './school-details.store.ts'

/** What says problems in the words of the school of the scope. */
export async function describeHere(tx: SchoolTx): Promise<(problem: Problem) => ProblemText> {
  const { vocabulary } = await readSchool(tx)
  return (problem) => describeProblem(problem, vocabulary)
}
