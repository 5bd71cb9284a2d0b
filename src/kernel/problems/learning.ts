import type { Definition } from './definition.ts'

/** Problems of learning from decisions. Sorted by code. */
export const learningProblems = {
  'alias.both_frequent': {
    status: 409,
    recovery: 'fix-input',
    title: 'Both names are frequent here',
    cure: 'Many people of this school bear each of them, so that they are two names. Match the people one by one.',
  },
  'alias.not_found': {
    status: 404,
    recovery: 'fix-input',
    title: 'There is no such alias',
    cure: 'Look at the list of aliases for those there are.',
  },
  'alias.one_name': {
    status: 422,
    recovery: 'fix-input',
    title: 'These are not two spellings',
    cure: 'Write two names that differ by more than capitals, accents and punctuation, such as surname:Tchaikovsky=Chaikovskij.',
  },
  'learning.contradicts': {
    status: 409,
    recovery: 'fix-input',
    title: 'This goes against earlier decisions, or is right less often',
    cure: 'A replay of all decisions does not let it pass ({count} contradicted). Look at the replay report. Nothing has been changed.',
  },
  'learning.not_found': {
    status: 404,
    recovery: 'fix-input',
    title: 'There is no such version',
    cure: 'Look at the list of versions for those there are.',
  },
  'learning.nothing_adopted': {
    status: 409,
    recovery: 'fix-input',
    title: 'Nothing that was learnt is in use',
    cure: 'The school is matched by the shipped weights. There is nothing to go back from.',
  },
  'learning.outdated': {
    status: 409,
    recovery: 'fix-input',
    title: 'This version was learnt with other shipped weights',
    cure: 'Muster has newer weights since. Learn again from the same decisions, then adopt the new version.',
  },
} as const satisfies Record<string, Definition>
