import type { Text } from '../text.ts'

/** What the review is filtered by: why people stand where they do, and what a sync would change. */
export const reviewFilters = {
  'review.reason.top_year': '{from} leaver, expected',
  'review.reason.left_without_date': 'Missing from your {mis} without a leaving date',
  'review.reason.left_on': 'Left on {on}',
  'review.reason.left_before': 'A leaver since {on}',
  'review.reason.new_intake': 'New intake',
  'review.reason.joined_mid_year': 'Joined mid-year',
  'review.reason.no_reliable_id': 'Known only by name: no {upn}, no number, no birth date',
  'review.reason.added_by_hand': 'Added by hand',
  'review.reason.other_connection': 'Came from another connection',
  'review.reason.by_hand': 'Managed by hand here',
  'review.reason.unmatched': 'Unmatched earlier',
  'review.reason.ids_cleared': 'Its {mis} IDs were set aside',

  // in a list of choices, where there is nobody yet whose year and day could be named
  'review.reason_kind.top_year': 'Leaver of the top year, expected',
  'review.reason_kind.left_on': 'Left on a day that your {mis} names',
  'review.reason_kind.left_before': 'A leaver since an earlier sync',

  'review.reason_label': 'Reason',
  'review.any_reason': 'Any reason',
  'review.any_changes': 'Anything',
  'review.touches.name': 'Name',
  'review.touches.birth_date': 'Birth date',
  'review.touches.year_group': '{Year_group}',
  'review.touches.class': 'Classes',
  'review.touches.email': '{Email}',
  'review.touches.id': 'Numbers',
  'review.touches.other': 'Other details',
  'review.touches.nothing': 'Nothing',

  'review.filter.worth_a_look': 'Worth a look',
  'review.expected.unexpected': { one: '1 is not expected.', other: '{count} are not expected.' },
  'review.expected.expected': { one: '1 is expected.', other: '{count} are expected.' },
  'review.expected.show': { one: 'Show the 1 as well', other: 'Show the {count} as well' },
  'review.expected.hide': 'Hide the expected',
  'review.empty.all_expected': 'Nobody is desynced unexpectedly',
} as const satisfies Readonly<Record<string, Text>>
