import type { Text } from '../text.ts'

/** The six statuses and the marker of an error, as every list of people shows them. */
export const status = {
  'status.not_matched': 'Not matched',
  'status.new': 'New',
  'status.matched': 'Matched',
  'status.may_match': 'May match',
  'status.synced': 'Synced',
  'status.desynced': 'Desynced',
  'status.error': 'Error',
} as const satisfies Readonly<Record<string, Text>>
