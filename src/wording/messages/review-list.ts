import type { Text } from '../text.ts'

/** The list as a file, how long its pages are, and the note for the office. */
export const reviewList = {
  'review.csv.download': 'Download list',
  'review.csv.failed': 'The list could not be read. Try again.',
  'review.csv.file': 'review.csv',
  'review.csv.details_here': 'Details here',
  'review.csv.details_there': 'Details in your {mis}',
  'review.csv.problem': 'Problem',
  'review.csv.change': '{field}: {was} → {now}',
  'review.csv.yes': 'Yes',
  'review.csv.no': 'No',
  'review.rows_per_page': 'Rows per page',
  'review.note.copy': 'Copy note for the office',
  'review.note.text': '{name}: {title}. {cure}',
} as const satisfies Readonly<Record<string, Text>>
