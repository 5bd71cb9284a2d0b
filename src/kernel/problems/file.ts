import type { Definition } from './definition.ts'

/** Problems of a file as a file: archive, encoding, header, rows. Sorted by code. */
export const fileProblems = {
  'file.unclosed_quote': {
    status: 422,
    recovery: 'skip-record',
    title: 'A quotation mark is never closed',
    cure: 'Close the quotation mark on this line, or double it where it belongs to the text. Reading went on at line {resumedAt}.',
  },
} as const satisfies Record<string, Definition>
