import type { Definition } from './definition.ts'

/** Problems of runs, plans, approvals and undo. Sorted by code. */
export const runProblems = {
  'run.not_found': {
    status: 404,
    recovery: 'fix-input',
    title: 'There is no such run',
    cure: 'See `muster history` for the runs there are.',
  },
} as const satisfies Record<string, Definition>
