import type { Definition } from './definition.ts'

/** Problems of what a guard holds, and of approvals. Sorted by code. */
export const holdProblems = {
  'hold.approval_expired': {
    status: 409,
    recovery: 'fix-input',
    title: 'The approval has run out',
    cure: 'It held for {days} days. Look at what is on hold again, and approve it again.',
  },
  'hold.newer_read': {
    status: 409,
    recovery: 'fix-input',
    title: 'Something newer has been read since',
    cure: 'What is on hold was planned from an earlier file. Check it again: what still applies stays on hold.',
  },
  'hold.no_data': {
    status: 409,
    recovery: 'fix-input',
    title: 'There is no file any more to check this with',
    cure: 'What was uploaded is kept for 7 days. Upload a file, and start a sync.',
  },
  'hold.not_approved': {
    status: 409,
    recovery: 'fix-input',
    title: 'Nobody has approved exactly these changes',
    cure: 'Look at what is on hold as it is now. An Access Coordinator has to approve it.',
  },
  'hold.number_missing': {
    status: 422,
    recovery: 'fix-input',
    title: 'So many changes need their number',
    cure: 'This touches more than a quarter of those linked. Say how many records it changes: {count}.',
  },
  'hold.number_wrong': {
    status: 422,
    recovery: 'fix-input',
    title: 'That is not the number of changes',
    cure: 'It changes {count} records. Look at them again before you approve them.',
  },
} as const satisfies Record<string, Definition>
