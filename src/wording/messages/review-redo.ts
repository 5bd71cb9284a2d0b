import type { Text } from '../text.ts'

/** Taking decisions back step by step, and putting them back. */
export const reviewRedo = {
  'review.act.redo_what': 'Redo: {what}',
  'review.act.go_back': 'Go back to here',
  'review.act.go_back_to': {
    one: 'Go back to here: {what}. Undoes the 1 decision after it',
    other: 'Go back to here: {what}. Undoes the {count} decisions after it',
  },
  'review.label.after': 'everything after: {what}',
  'review.said.redone': 'Done again: {what}.',
} as const satisfies Readonly<Record<string, Text>>
