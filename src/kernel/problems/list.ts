import type { Definition } from './definition.ts'

/** Problems of reading lists page by page. Sorted by code. */
export const listProblems = {
  'list.cursor_unknown': {
    status: 422,
    recovery: 'fix-input',
    title: 'The list has no such page',
    cure: 'Begin again without `cursor`, and take only cursors that an answer gave.',
  },
} as const satisfies Record<string, Definition>
