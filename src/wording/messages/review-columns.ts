import type { Text } from '../text.ts'

/** Columns and rows of the table as somebody wants them. */
export const reviewColumns = {
  'review.list_menu': 'Columns and download',
  'review.columns': 'Columns',
  'review.columns.title': 'Columns and rows',
  'review.columns.more': 'Show as well',
  'review.columns.kept': 'This is kept for you, on every computer.',
  'review.column.upn': '{Upn}',
  'review.column.mis_id': '{Mis} ID',
  'review.column_detail.upn': 'In part only. Who selects Show is noted.',
  'review.column_detail.mis_id': 'The number of the record in your {mis}.',
  'review.density': 'Rows',
  'review.density.comfortable': 'Comfortable',
  'review.density.compact': 'Compact: more rows on the screen',
  'review.upn.show': 'Show',
  'review.upn.hide': 'Hide',
  'review.upn.show_of': 'Show the {upn} of {name}',
  'review.upn.hide_of': 'Hide the {upn} of {name}',
  'review.upn.failed': 'It could not be shown. Try again.',
  'review.upn.here': 'Here: {upn}',
  'review.upn.there': 'In your {mis}: {upn}',
} as const satisfies Readonly<Record<string, Text>>
