import type { Text } from '../text.ts'

/** Words that stand on more than one page. */
export const common = {
  'common.product': 'Muster',
  'common.skip_to_content': 'Skip to the content',
  'common.loading': 'Loading…',
  'common.cancel': 'Cancel',
  'common.save': 'Save',
  'common.close': 'Close',
} as const satisfies Readonly<Record<string, Text>>
