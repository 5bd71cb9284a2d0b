import { schools } from './0001-schools.ts'
import { sources } from './0002-sources.ts'
import { directory } from './0003-directory.ts'
import { review } from './0004-review.ts'
import { runs } from './0005-runs.ts'
import { access } from './0006-access.ts'
import { reviewByPeople } from './0007-review-by-people.ts'
import { owedAndTold } from './0008-owed-and-told.ts'
import { explainedPairs } from './0009-explained-pairs.ts'
import { learning } from './0010-learning.ts'
import { movers } from './0011-movers.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** In order, forward only. A migration that has landed is never edited: add the next one. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-schools', sql: schools },
  { name: '0002-sources', sql: sources },
  { name: '0003-directory', sql: directory },
  { name: '0004-review', sql: review },
  { name: '0005-runs', sql: runs },
  { name: '0006-access', sql: access },
  { name: '0007-review-by-people', sql: reviewByPeople },
  { name: '0008-owed-and-told', sql: owedAndTold },
  { name: '0009-explained-pairs', sql: explainedPairs },
  { name: '0010-learning', sql: learning },
  { name: '0011-movers', sql: movers },
]
