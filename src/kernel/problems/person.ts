import type { Definition } from './definition.ts'

/** Problems of people who are changed by hand. Sorted by code. */
export const personProblems = {
  'person.field_locked': {
    status: 409,
    recovery: 'fix-input',
    title: 'This detail is locked while the person is synced',
    cure: 'The {mis} owns {details}. Change it there: the next sync brings it here. Nothing has been changed.',
  },
  'person.fields_wrong': {
    status: 422,
    recovery: 'fix-input',
    title: 'Some details cannot be saved as they are',
    cure: 'Look at {details}: {hints}. Nothing has been changed.',
  },
} as const satisfies Record<string, Definition>
