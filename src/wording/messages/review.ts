import type { Text } from '../say.ts'

/** The review table: statuses, their reasons, what changes. */
export const review = {
  'status.not_matched': 'Not matched',
  'status.new': 'New',
  'status.matched': 'Matched',
  'status.may_match': 'May match',
  'status.synced': 'Synced',
  'status.desynced': 'Desynced',
} as const satisfies Readonly<Record<string, Text>>
