import type { Text } from '../text.ts'

/** A newer file while a review is open, and who else is reviewing. */
export const reviewStale = {
  'review.stale.changed': {
    one: 'Your {mis} has changed since this list was made (1 record).',
    other: 'Your {mis} has changed since this list was made ({count} records).',
  },
  'review.stale.update': 'Update the list',
  'review.stale.kept': { one: 'Your 1 decision is kept.', other: 'Your {count} decisions are kept.' },
  'review.stale.gone': {
    one: 'No longer in your {mis}: 1 decision was removed',
    other: 'No longer in your {mis}: {count} decisions were removed',
  },
  'review.stale.removed': {
    one: '1 decision no longer applies and was removed',
    other: '{count} decisions no longer apply and were removed',
  },
  'review.stale.overtaken_one': 'Something else was decided about {name} since. The decision was removed: {what} ({by}, {at}).',
  'review.stale.gone_one': '{name} is no longer in your {mis}. The decision was removed: {what} ({by}, {at}).',
} as const satisfies Readonly<Record<string, Text>>
