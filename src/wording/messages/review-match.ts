import type { Text } from '../text.ts'

/** The Match dialog: whom it offers, what a choice takes from others, and who can never be chosen. */
export const reviewMatch = {
  'review.match.title_here': 'Match {name} (here) with…',
  'review.match.title_there': 'Match {name} (in your {mis}) with…',
  'review.match.search_here': 'Search people here',
  'review.match.search_there': 'Search people in your {mis}',
  'review.match.best': 'Best matches first',
  'review.match.found': { one: '1 found', other: '{count} found' },
  'review.match.none_found': 'Nobody found. Type another name.',
  'review.match.none_of_these': 'None of these: import as a new {what}',
  'review.match.what_pupil': '{pupil}',
  'review.match.what_staff': 'person',
  'review.match.do': 'Match these two',
  'review.match.do_import': 'Import as new',
  'review.match.choose': 'Choose somebody, or Cancel',
  'review.match.searching': 'Searching…',
  'review.match.leavers': 'Also show leavers',
  'review.match.matched': 'Also show people already matched',
  'review.match.hidden_leavers': { one: '1 leaver is not shown.', other: '{count} leavers are not shown.' },
  'review.match.hidden_matched': { one: '1 already matched is not shown.', other: '{count} already matched are not shown.' },
  'review.match.taken': 'Already matched with {name}',
  'review.match.taken_doubt': 'May match {name}',
  'review.match.takes_here': 'If you choose {name}, the match with {other} in your {mis} is removed, and that {mis} record becomes New.',
  'review.match.takes_here_doubt':
    'If you choose {name}, {other} in your {mis} is no longer suggested here, and that {mis} record becomes New.',
  'review.match.takes_there':
    'If you choose this record, its match with {other} here is removed. {other} stays as they are and is no longer synced.',
  'review.match.takes_there_doubt':
    'If you choose this record, it is no longer suggested for {other} here. {other} stays as they are and is not synced.',
  'review.match.leaves': 'The record of {name} in your {mis}, which stands in this row now, becomes New.',
  'review.match.cannot_staff': 'A teacher cannot be matched with a {pupil}.',
  'review.match.cannot_pupil': 'A {pupil} cannot be matched with a teacher.',
  'review.match.both_here': '{one} and {other} are both here. A match needs one person here and one in your {mis}.',
  'review.match.both_there': '{one} and {other} are both in your {mis}. A match needs one person here and one in your {mis}.',
} as const satisfies Readonly<Record<string, Text>>
