import { accessProblems } from './problems/access.ts'
import { databaseProblems } from './problems/database.ts'
import { fileProblems } from './problems/file.ts'
import { fileColumnProblems } from './problems/file-columns.ts'
import { firstProblems } from './problems/first.ts'
import { holdProblems } from './problems/hold.ts'
import { learningProblems } from './problems/learning.ts'
import { listProblems } from './problems/list.ts'
import { packageProblems } from './problems/package.ts'
import { personProblems } from './problems/person.ts'
import { requestProblems } from './problems/request.ts'
import { reviewProblems } from './problems/review.ts'
import { rosterProblems } from './problems/roster.ts'
import { runProblems } from './problems/run.ts'
import { scheduleProblems } from './problems/schedule.ts'
import { settingsProblems } from './problems/settings.ts'

export type { Recovery } from './problems/definition.ts'

/** Every problem there is, by code. A code's first word is the area it belongs to. */
export const PROBLEMS = {
  ...accessProblems,
  ...databaseProblems,
  ...fileProblems,
  ...fileColumnProblems,
  ...firstProblems,
  ...holdProblems,
  ...learningProblems,
  ...listProblems,
  ...packageProblems,
  ...personProblems,
  ...requestProblems,
  ...reviewProblems,
  ...rosterProblems,
  ...runProblems,
  ...scheduleProblems,
  ...settingsProblems,
}

export type ProblemCode = keyof typeof PROBLEMS
