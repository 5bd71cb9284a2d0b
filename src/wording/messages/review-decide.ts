import type { Text } from '../text.ts'

/** One at a time. */
export const reviewDecide = {
  'review.decide.title': 'One at a time',
  'review.decide.title_pupil': '{Pupils}, one at a time',
  'review.decide.title_staff': '{Teachers}, one at a time',
  'review.decide.link': 'Decide one at a time',
  'review.decide.table': 'Show the table',
  'review.decide.progress': '{at} of {of}',
  'review.decide.skip': 'Skip',
  'review.decide.keys': 'Keys: Y same, N different, M match with someone else, S skip.',
  'review.decide.keys_off': 'Letter keys are switched off.',
} as const satisfies Readonly<Record<string, Text>>
