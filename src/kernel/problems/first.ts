import type { Definition } from './definition.ts'

/** Problems of a part of a plan that is applied first. Sorted by code. */
export const firstProblems = {
  'first.not_a_part': {
    status: 422,
    recovery: 'fix-input',
    title: 'That is not a part of this plan',
    cure: 'Choose a class or people whom this plan changes, and not all of them.',
  },
  'first.plan_changed': {
    status: 409,
    recovery: 'fix-input',
    title: 'The plan is another one by now',
    cure: 'Nothing has been changed. Look at the plan as it is now, and choose again whom to sync first.',
  },
} as const satisfies Record<string, Definition>
