import type { Text } from '../text.ts'
import { matchShort } from './match-short.ts'
import { reviewAlike } from './review-alike.ts'
import { reviewAside } from './review-aside.ts'
import { reviewColumns } from './review-columns.ts'
import { reviewDecide } from './review-decide.ts'
import { reviewFilters } from './review-filters.ts'
import { reviewList } from './review-list.ts'
import { reviewMatch } from './review-match.ts'
import { reviewPresence } from './review-presence.ts'
import { reviewRedo } from './review-redo.ts'
import { reviewStale } from './review-stale.ts'

/** What the review table and one at a time say beyond statuses and decisions. */
export const reviewTable = {
  ...matchShort,
  ...reviewAlike,
  ...reviewAside,
  ...reviewColumns,
  ...reviewDecide,
  ...reviewFilters,
  ...reviewList,
  ...reviewMatch,
  ...reviewPresence,
  ...reviewRedo,
  ...reviewStale,
} as const satisfies Readonly<Record<string, Text>>
