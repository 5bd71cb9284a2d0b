import type { Text } from '../text.ts'

/** The question before a sync is taken back, wherever it is asked. */
export const undo = {
  'undo.title': 'Undo the sync of {at}?',
  'undo.body': 'We prepare the way back, and you see every change of it first. Nothing changes until you choose to undo there.',
  'undo.back': { one: '1 person goes back to what they were.', other: '{count} people go back to what they were.' },
  'undo.removed': {
    one: '1 person who was added is removed. If they have been used since, they are kept, with access off.',
    other: '{count} people who were added are removed. Who has been used since is kept, with access off.',
  },
  'undo.groups': {
    one: '1 class or {year_group} goes back to what it was.',
    other: '{count} classes and {year_groups} go back to what they were.',
  },
  'undo.messages': { one: '1 {email} that waits is dropped.', other: '{count} {emails} that wait are dropped.' },
  'undo.keeps': 'What somebody changed later is kept.',
  'undo.review': 'Review the undo',
  'undo.one': 'Undo this one',
  'undo.one_of': 'of {name}',
  'undo.one_title': 'Undo this for {name}?',
  'undo.one_effect': 'Only what this sync did to {name} is taken back. Everybody else stays.',
  'undo.one_again': 'The next sync does it again, unless your {mis} has changed or you decide otherwise.',
} as const satisfies Readonly<Record<string, Text>>
