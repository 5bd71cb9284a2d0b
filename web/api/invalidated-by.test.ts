import { describe, expect, it } from 'vitest'
import { isInvalidatedBy } from './invalidated-by.ts'

const RUN = '0190a000-0000-7000-8000-000000000001'
const OTHER = '0190a000-0000-7000-8000-000000000002'

describe('what an event makes old', () => {
  it.each([
    ['the run that moved', 'run', RUN, ['runs.read', { params: { school: 'oak', run: RUN } }], true],
    ['no other run', 'run', RUN, ['runs.read', { params: { school: 'oak', run: OTHER } }], false],
    ['no other school', 'run', RUN, ['home.read', { params: { school: 'ash' } }], false],
    ['Home, whichever run moved', 'run', RUN, ['home.read', { params: { school: 'oak' } }], true],
    ['counts after a decision', 'review', RUN, ['runs.counts', { params: { school: 'oak', run: RUN }, query: {} }], true],
    ['never the rows under the cursor', 'review', RUN, ['runs.rows', { params: { school: 'oak', run: RUN } }], false],
    ['lists of people after a sync', 'directory', null, ['people.list', { params: { school: 'oak' }, query: { page: 2 } }], true],
    ['the session when the team changes', 'team', null, ['session.read'], true],
    ['everything after a gap', 'reset', null, ['classes.list', { params: { school: 'oak' } }], true],
  ] as const)('is %s', (_what, type, run, key, old) => {
    expect(isInvalidatedBy({ type, run }, 'oak', key)).toBe(old)
  })
})
