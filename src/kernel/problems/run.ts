import type { Definition } from './definition.ts'

/** Problems of runs, plans, approvals and undo. Sorted by code. */
export const runProblems = {
  'run.not_found': {
    status: 404,
    recovery: 'fix-input',
    title: 'There is no such run',
    cure: 'Look at the history for the runs there are.',
  },
  'run.already_undone': {
    status: 409,
    recovery: 'fix-input',
    title: 'This run has been undone already',
    cure: 'Nothing to do. The history says what came after it.',
  },
  'run.another_open': {
    status: 409,
    recovery: 'fix-input',
    title: 'Another sync is open',
    cure: 'Finish or discard the sync that is open, then reopen this one from the history.',
  },
  'run.drifted': {
    status: 409,
    recovery: 'retry-later',
    title: 'Something has changed since the plan was made',
    cure: '{count} records are no longer what the plan read ({what}). Nothing has been changed. Run the sync again to get a new plan.',
  },
  'run.failed': {
    status: 500,
    recovery: 'retry-later',
    title: 'The run ended with a fault in Muster',
    cure: 'Nothing has been changed. Run the sync again; if it fails again, report the fault {fault}.',
  },
  'run.not_discardable': {
    status: 409,
    recovery: 'fix-input',
    title: 'This run cannot be discarded',
    cure: 'It is {state}. A run that was applied can be undone instead.',
  },
  'run.not_reopenable': {
    status: 409,
    recovery: 'fix-input',
    title: 'This run cannot be reopened',
    cure: 'It is {state}. Only a sync that was reviewed and discarded can be reopened; where a newer sync took its place, its decisions went along. Start a new sync instead.',
  },
  'run.not_ready': {
    status: 409,
    recovery: 'fix-input',
    title: 'This run is not waiting to be applied',
    cure: 'It is {state}. The history says what came of it.',
  },
  'run.no_data': {
    status: 409,
    recovery: 'fix-input',
    title: 'There is nothing to sync from yet',
    cure: 'Upload a file of your {mis} first. What was uploaded is kept for 7 days.',
  },
  'run.nothing_newer': {
    status: 409,
    recovery: 'fix-input',
    title: 'This review is made from the newest file',
    cure: 'Upload a newer file of your {mis} to update it.',
  },
  'run.not_reviewable': {
    status: 409,
    recovery: 'fix-input',
    title: 'Nothing can be decided in this run now',
    cure: 'It is {state}. Start a new sync to decide.',
  },
  'run.nothing_to_stop': {
    status: 409,
    recovery: 'fix-input',
    title: 'This run cannot be stopped',
    cure: 'It is {state}. A sync that is done can be undone from History.',
  },
  'run.panel_not_saved': {
    status: 409,
    recovery: 'fix-input',
    title: 'An earlier step is not saved yet',
    cure: 'In a first sync the steps go in their order. Open the step {panel} and save it.',
  },
  'run.nothing_to_undo': {
    status: 409,
    recovery: 'fix-input',
    title: 'This run has changed nothing that could be undone',
    cure: 'It is {state}. Only applied runs can be undone.',
  },
  'run.other_plan': {
    status: 409,
    recovery: 'fix-input',
    title: 'This is not the plan of that run',
    cure: 'Look at the run again, and go on with the plan that it shows now.',
  },
  'run.person_not_changed': {
    status: 409,
    recovery: 'fix-input',
    title: 'This run has changed nothing about this person',
    cure: 'Look at the record for the runs that have.',
  },
  'run.too_old_to_reopen': {
    status: 409,
    recovery: 'fix-input',
    title: 'This run is too old to be reopened',
    cure: 'A discarded sync can be reopened for {days} days. Start a new sync instead.',
  },
  'run.too_old_to_undo': {
    status: 409,
    recovery: 'fix-input',
    title: 'This run is too old to be undone',
    cure: 'A run can be undone for {days} days.',
  },
  'run.undo_drifted': {
    status: 409,
    recovery: 'retry-later',
    title: 'Something has changed since the plan of the undo was made',
    cure: '{count} records are no longer what it read ({what}). Nothing has been changed. Undo the sync again from the history: the new plan keeps what was edited.',
  },
} as const satisfies Record<string, Definition>
