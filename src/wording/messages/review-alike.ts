import type { Text } from '../text.ts'

/** "Do the same for all like this", with its preview. */
export const reviewAlike = {
  'review.alike.more': { one: '1 more row has the same evidence.', other: '{count} more rows have the same evidence.' },
  'review.alike.see': { one: 'See it', other: 'See the {count}' },
  'review.alike.title_same': { one: 'Keep 1 more matched?', other: 'Keep {count} more matched?' },
  'review.alike.title_different': { one: 'Unmatch 1 more?', other: 'Unmatch {count} more?' },
  'review.alike.body': {
    one: 'It has exactly the same evidence: {evidence}. Look at it first.',
    other: 'These {count} have exactly the same evidence: {evidence}. Look through them first.',
  },
  'review.alike.first': 'There are {total}. These are the first {count}.',
  'review.alike.do_same': { one: 'Keep it matched', other: 'Keep all {count} matched' },
  'review.alike.do_different': { one: 'Unmatch it', other: 'Unmatch all {count}' },
  'review.alike.one_by_one': 'Decide one by one',
  'review.alike.list': 'Rows with the same evidence',
  'review.alike.pair': '{here} here, {there} in your {mis}',
} as const satisfies Readonly<Record<string, Text>>
