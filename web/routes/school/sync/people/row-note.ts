import type { ReviewRowDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { nameOf } from './paint.ts'

/** Why the sync leaves a person out and what to do about it, for whoever can: null where nothing is wrong. */
export function rowNote(row: ReviewRowDetails, say: Say): string | null {
  return row.error === null ? null : say('review.note.text', { name: nameOf(row), title: row.error.title, cure: row.error.cure })
}
