import { describe, expect, it } from 'vitest'
import { makeSay } from '../../../../../src/wording/index.ts'
import { chosen, clashes, effectOf, setUpAll } from './class-choices.ts'
import { NOT_SYNCED, saidOf, UNKNOWN, wordsForSharing } from './year-choices.ts'

const row = (id: string, isSetUp: boolean, target: string | null) => ({ id, name: id, isSetUp, target })
const ours = [
  { id: 'oak', name: '6 Oak' },
  { id: 'elm', name: 'elm' },
]

describe('what becomes of the classes of the MIS', () => {
  it('is as it was until somebody says otherwise', () => {
    const held = { id: 'a', isSetUp: true, target: { id: 'oak', name: '6 Oak' } }
    expect(chosen(held, {})).toEqual({ isSetUp: true, target: 'oak' })
    expect(chosen(held, { a: { isSetUp: false, target: null } })).toEqual({ isSetUp: false, target: null })
  })

  it.each([
    [row('6-Oak', true, 'oak'), 'rename'],
    [row('elm', true, 'elm'), 'keep'],
    [row('Ash', true, null), 'new'],
    [row('Ash', false, null), 'not_synced'],
  ] as const)('S-94 %j: %s', (it, effect) => {
    expect(effectOf(it, ours)).toBe(effect)
  })

  it('S-90 selects and deselects all, and keeps which of ours they are', () => {
    expect(setUpAll([row('a', false, 'oak'), row('b', false, null)], {}, true)).toEqual({
      a: { isSetUp: true, target: 'oak' },
      b: { isSetUp: true, target: null },
    })
  })

  it('finds two that would go to one class of ours', () => {
    const rows = [row('a', true, 'oak'), row('b', true, 'oak'), row('c', false, 'oak'), row('d', true, null), row('e', true, null)]
    expect(clashes(rows).map((it) => it.id)).toEqual(['b'])
  })
})

describe('what the year groups of the MIS mean', () => {
  const yearRow = (raw: string, code: string | null, isUnknown = false) =>
    ({ raw, pupils: 1, code, isUnknown, source: isUnknown ? 'unknown' : 'suggested' }) as const

  it('S-85 shows what is known, what is not synced, and that nobody has said', () => {
    expect([yearRow('Yr1', '1'), yearRow('Staff', 'not_synced'), yearRow('Nursery PM', null, true)].map(saidOf)).toEqual([
      '1',
      NOT_SYNCED,
      UNKNOWN,
    ])
  })

  it('says when two become one', () => {
    const answer = {
      rows: [yearRow('Nursery AM', 'N2'), yearRow('Nursery PM', 'N2'), yearRow('R', 'R')],
      choices: [{ code: 'N2', name: 'Nursery' }],
    }
    expect(wordsForSharing(makeSay('en-GB'), answer, saidOf)).toEqual(['Nursery AM and Nursery PM will all become Nursery.'])
  })
})
