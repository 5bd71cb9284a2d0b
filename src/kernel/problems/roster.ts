import type { Definition } from './definition.ts'

/** Problems of one person, class, membership or school of a source. Sorted by code. */
export const rosterProblems = {
  'class.without_id': {
    status: 422,
    recovery: 'skip-record',
    title: 'A class has no ID',
    cure: 'Give the class an ID in your MIS, then run the sync again.',
  },
  'person.duplicate_id': {
    status: 422,
    recovery: 'skip-record',
    title: 'An ID stands on more than one person',
    cure: 'Give each person an ID of their own in your MIS. The first row was used, this one was not.',
  },
  'person.other_role': {
    status: 200,
    recovery: 'skip-record',
    title: 'People who are neither pupils nor staff were left out',
    cure: '{count} rows with the role "{detail}" were counted and left out. Nothing to do.',
  },
  'person.without_id': {
    status: 422,
    recovery: 'skip-record',
    title: 'A person has no ID',
    cure: 'Give the person an ID in your MIS, then run the sync again.',
  },
} as const satisfies Record<string, Definition>
