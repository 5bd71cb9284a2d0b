import type { Text } from '../text.ts'

/** Whom a sync cannot take in, by cause, and the note for the office. */
export const errors = {
  'errors.title': 'Cannot be imported',
  'errors.lead': 'Each is left out until it is put right in your {mis}. The next sync tries again.',
  'errors.count.pupil': { one: '1 {pupil}', other: '{count} {pupils}' },
  'errors.count.staff': { one: '1 member of staff', other: '{count} members of staff' },
  'errors.cause': '{count_words}: {title}',
  'errors.who': { one: 'Who it is', other: 'Who they are' },
  'errors.person': '{name} ({class})',
  'errors.more': { one: 'and 1 more', other: 'and {count} more' },
  'errors.type_here': 'Or type it here once',
  'errors.copy': 'Copy a note for the office',
  'errors.note': '{school}: please put right in the {mis}',
  'errors.note_cure': 'What to do: {cure}',
} as const satisfies Readonly<Record<string, Text>>
