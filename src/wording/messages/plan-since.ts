import type { Text } from '../text.ts'

/** What is different in a plan from the one that was refused. */
export const planSince = {
  'plan.since': 'What is different now',
  'plan.since.more': { one: '1 record is in the plan now that was not.', other: '{count} records are in the plan now that were not.' },
  'plan.since.other': {
    one: '1 record would be changed in another way than was shown.',
    other: '{count} records would be changed in another way than was shown.',
  },
  'plan.since.gone': {
    one: '1 record was in the plan and is not any more.',
    other: '{count} records were in the plan and are not any more.',
  },
} as const satisfies Readonly<Record<string, Text>>
