import type { Definition } from './definition.ts'

/** Problems of the schedule and the calendar of a school. Sorted by code. */
export const scheduleProblems = {
  'calendar.full': {
    status: 409,
    recovery: 'fix-input',
    title: 'The calendar is full',
    cure: 'It holds {max} periods. Remove some that are over first.',
  },
  'calendar.not_found': {
    status: 404,
    recovery: 'fix-input',
    title: 'There is no such period in the calendar',
    cure: 'Somebody may have removed it. Load the calendar again.',
  },
  'schedule.pause_over': {
    status: 422,
    recovery: 'fix-input',
    title: 'A pause ends on a day to come',
    cure: 'Enter a day after today.',
  },
} as const satisfies Readonly<Record<string, Definition>>
