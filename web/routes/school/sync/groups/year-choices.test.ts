import { describe, expect, it } from 'vitest'
import { makeSay } from '../../../../../src/wording/index.ts'
import { isMoved, mayUnset, NOT_SYNCED, saidOf, UNKNOWN, waiting, wordsForSharing, type YearRow } from './year-choices.ts'

const row = (raw: string, code: string | null, more: Partial<YearRow> = {}): YearRow => ({
  ...{ raw, pupils: 1, code, isUnknown: false, source: 'suggested', here: 0 },
  ...more,
})
const NURSERY_PM = row('Nursery PM', null, { pupils: 14, isUnknown: true, source: 'unknown' })

describe('what the year groups of the MIS mean', () => {
  it('S-85 shows what is known, what is not synced, and that nobody has said', () => {
    expect([row('Yr1', '1'), row('Staff', 'not_synced'), NURSERY_PM].map(saidOf)).toEqual(['1', NOT_SYNCED, UNKNOWN])
  })

  it('says when two become one', () => {
    const rows = [row('Nursery AM', 'N2'), row('Nursery PM', 'N2'), row('R', 'R')]
    const answer = { rows, choices: [{ code: 'N2', name: 'Nursery' }] }
    expect(wordsForSharing(makeSay('en-GB'), answer, saidOf)).toEqual(['Nursery AM and Nursery PM will all become Nursery.'])
  })

  it.each([
    ['in use', row('6', '6', { here: 92 }), false],
    ['not in use', row('6', '6'), true],
    ['in use, and set to none earlier', row('6', NOT_SYNCED, { here: 92 }), true],
    ['in use, and not known', row('6', null, { here: 92, isUnknown: true }), true],
  ])('S-88 a year group %s may be unset: %#', (_what, it, expected) => {
    expect(mayUnset(it)).toBe(expected)
  })

  it('UX C5 counts who moves when a year group in use becomes another one', () => {
    const six = row('Year Six', '6', { here: 92 })
    expect([isMoved(six, '6'), isMoved(six, '7'), isMoved(row('Year Six', '6'), '7')]).toEqual([false, true, false])
  })

  it('UX C5 names the groups of the pupils who wait', () => {
    const rows = [NURSERY_PM, row('Acorns', null, { pupils: 3, isUnknown: true }), row('R', 'R')]
    expect(waiting(makeSay('en-GB'), rows, saidOf)).toEqual({ count: 17, groups: 'Nursery PM (14) and Acorns (3)' })
    expect(waiting(makeSay('en-GB'), rows, () => '1')).toMatchObject({ count: 0 })
  })
})
