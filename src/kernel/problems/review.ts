import type { Definition } from './definition.ts'

/** Problems of reviewing a run in the browser. Sorted by code. */
export const reviewProblems = {
  'decision.not_found': {
    status: 404,
    recovery: 'fix-input',
    title: 'There is no such decision in this run',
    cure: 'Look at the list of decisions again.',
  },
  'decision.overtaken': {
    status: 412,
    recovery: 'retry-later',
    title: 'Somebody has decided about this since you looked',
    cure: 'Your choice was not saved. Look at the row as it is now, then keep it or choose again.',
  },
  'review.undecided': {
    status: 409,
    recovery: 'fix-input',
    title: 'Some people may match and nobody has decided',
    cure: 'Say whether these {count} are synced as matches or left out this time.',
  },
  'review.year_group_in_use': {
    status: 409,
    recovery: 'fix-input',
    title: '{Pupils} who are synced are in this {year_group}',
    cure: '{group} can become another {year_group}, but not none. To leave its {pupils} out, choose which {pupils} you sync.',
  },
  'review.year_groups_unknown': {
    status: 409,
    recovery: 'fix-input',
    title: 'Some {year_groups} of the {mis} have no place here yet',
    cure: 'Choose where each belongs, or choose not to sync it: {groups}. {count} people are waiting.',
  },
  'review.unknown_choice': {
    status: 422,
    recovery: 'fix-input',
    title: 'This choice is about something that is not in the review',
    cure: 'Look at the step again: a class or a {year_group} in it is not among those that there are.',
  },
  'row.act_impossible': {
    status: 422,
    recovery: 'fix-input',
    title: 'That cannot be done with this row',
    cure: 'The row has changed, or the two are not of one kind. Look at it as it is now.',
  },
  'row.not_found': {
    status: 404,
    recovery: 'fix-input',
    title: 'This row is no longer in the review',
    cure: 'Your {mis} or an earlier decision has changed it. Update the list.',
  },
} as const satisfies Record<string, Definition>
