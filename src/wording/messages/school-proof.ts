import type { Text } from '../text.ts'

/** Whether a file is of this school. */
export const schoolProof = {
  'sync.proof.title': 'Is this {name}?',
  'sync.proof.why': 'Most {pupils} in this file are not known here yet. Some of them:',
  'sync.proof.yes': 'Yes, this is us',
  'sync.proof.no': 'No, take it away',
  'sync.proof.is_ours': 'You said that this is {name}.',
  'sync.proof.taken_away': '{name} was taken away',
  'sync.proof.choose_another': 'Nothing of it is kept. Choose another file.',
} as const satisfies Readonly<Record<string, Text>>
