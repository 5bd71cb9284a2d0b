import type { Text } from '../text.ts'

/** What the guards hold: the list, one part of a plan, letting it go on, and what Review says of it. */
export const holds = {
  'holds.title': 'On hold',
  'holds.lead': 'What a sync would have changed more than usual waits here until somebody has looked at it.',
  'holds.loading': 'Looking for what is on hold…',
  'holds.none': 'Nothing is on hold.',
  'holds.records': { one: '1 record', other: '{count} records' },
  'holds.look': 'Look at it',
  'holds.from': 'Cut out of the sync of {at}',
  'holds.approved_line': 'Approved by {by}, not yet synced',

  'hold.title': 'Sync on hold',
  'hold.nothing_changed': 'Nothing has been changed.',
  'hold.lead': { one: '1 record waits. Plan made {at}.', other: '{count} records wait. Plan made {at}.' },
  'hold.why': 'Why',
  'hold.cause': 'Likely cause',
  'hold.what': 'What it would change',
  'hold.expected': {
    one: '1 more was expected to leave at this time of the year, and is not counted. It waits with the others.',
    other: '{count} more were expected to leave at this time of the year, and are not counted. They wait with the others.',
  },
  'hold.why.leavers': { one: '1 of {linked} {what} would be desynced.', other: '{count} of {linked} {what} would be desynced.' },
  'hold.why.joiners': {
    one: '1 {what} would be added; {linked} are linked now.',
    other: '{count} {what} would be added; {linked} are linked now.',
  },
  'hold.why.identity_changes': {
    one: '1 of {linked} {what} would change name or birth date.',
    other: '{count} of {linked} {what} would change name or birth date.',
  },
  'hold.why.other_updates': { one: '1 of {linked} {what} would be updated.', other: '{count} of {linked} {what} would be updated.' },
  'hold.why.group_emptied': { one: '{name} would lose its only {pupil}.', other: '{name} would lose all its {count} {pupils}.' },
  'hold.why.kind_emptied': 'None of the {linked} {what} linked here is in your {mis} any more.',
  'hold.why.kind_changed': {
    one: '1 person would change between {pupil} and staff.',
    other: '{count} people would change between {pupil} and staff.',
  },
  'hold.why.ids_rekeyed': {
    one: '1 of {linked} {what} has a new ID in your {mis}.',
    other: '{count} of {linked} {what} have new IDs in your {mis}.',
  },
  'hold.why.protected_person': {
    one: '1 protected person would leave the sync, or get another name, birth date or number.',
    other: '{count} protected people would leave the sync, or get another name, birth date or number.',
  },
  'hold.cause.in_classes': {
    one: '1 of them was in {names}, where your {mis} has nobody any more.',
    other: '{count} of them were in {names}, where your {mis} has nobody any more.',
  },
  'hold.cause.in_year_groups': {
    one: '1 of them was in {names}, where your {mis} has nobody any more.',
    other: '{count} of them were in {names}, where your {mis} has nobody any more.',
  },
  'hold.cause.one_field': {
    one: 'It changes one detail: {names}.',
    other: 'All {count} change the same detail: {names}.',
  },

  'hold.only.all': 'All of them',
  'hold.only.counted': { one: 'The 1 that is not expected', other: 'The {count} that are not expected' },
  'hold.only.not_approved': { one: 'The 1 since it was approved', other: 'The {count} since it was approved' },
  'hold.only': 'Show',

  'hold.old': 'Something newer has been read since. Check this again before it goes on.',
  'hold.drifted': 'The list changed while we were applying. Check this again.',
  'hold.approved': 'Approved by {by} on {at}. The approval holds until {until}.',
  'hold.expired': 'The approval by {by} of {at} has run out. Somebody has to look again.',
  'hold.more': { one: '1 more since it was approved on {at}.', other: '{count} more since it was approved on {at}.' },
  'hold.need': 'An Access Coordinator has to approve it.',
  'hold.released': 'Approved by {by} on {at}, and synced.',
  'hold.gone': 'This passes no limit any more. The next sync takes these changes like any others.',
  'hold.discarded': 'This was discarded. Nothing has been changed.',
  'hold.syncing': 'It is being synced now.',
  'hold.see_run': 'See what was changed',
  'hold.check': 'Check again now',
  'hold.checking': 'Checking again…',
  'hold.checked_same': 'Checked again: it still applies as it was.',
  'hold.checked_other': { one: 'Checked again: 1 record waits now.', other: 'Checked again: {count} records wait now.' },
  'hold.discard': 'Discard',
  'hold.ask': 'Copy the link for a colleague',
  'hold.approve': 'Approve and sync',
  'hold.sync': { one: 'Sync 1 record now', other: 'Sync {count} records now' },

  'hold.confirm.leavers': {
    one: 'Sync although 1 {what} would be desynced?',
    other: 'Sync although {count} {what} would be desynced?',
  },
  'hold.confirm': { one: 'Sync although 1 record is unusual?', other: 'Sync although {count} records would change?' },
  'hold.confirm_unexpected': {
    one: '1 of them is not expected to leave. The record and its results are kept.',
    other: '{count} of them are not expected to leave. Their records and results are kept.',
  },
  'hold.confirm_changes': 'Exactly these changes are made, and nothing is deleted.',
  'hold.confirm_undo': 'You can undo them from History for 30 days.',
  'hold.keep': 'Keep on hold',
  'hold.discard_title': { one: 'Discard the 1 change on hold?', other: 'Discard the {count} changes on hold?' },
  'hold.discard_body': 'Nothing is changed here. The next sync looks at them again.',
  'hold.discard_do': 'Discard them',

  'plan.held.title': { one: '1 record is on hold', other: '{count} records are on hold' },
  'plan.held.body': 'They are not part of this sync. They wait until somebody has looked at them.',
  'plan.held.look': { one: 'Look at the 1 record on hold', other: 'Look at the {count} records on hold' },
  'plan.held.everything': 'Everything that this sync would change is on hold.',
} as const satisfies Readonly<Record<string, Text>>
