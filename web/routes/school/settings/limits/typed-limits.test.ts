import { describe, expect, it } from 'vitest'
import type { LimitRulesDetails } from '../../../../../src/contract/index.ts'
import { faultsOf, percentOf, raisedOf, rulesOf, typedOf } from './typed-limits.ts'

const RULES: LimitRulesDetails = {
  limits: {
    leavers: { count: 10, share: 0.05 },
    leaversOfSmallKind: { count: 3, share: 0.2 },
    smallKind: 60,
    joiners: { count: 20, share: 0.5 },
    identityChanges: { count: 10, share: 0.2 },
    otherUpdatesShare: 0.75,
  },
  yearStartWindow: { from: '08-15', to: '09-30' },
}
const typed = typedOf(RULES)

describe('limits as they are typed', () => {
  it('come back as they were, in percent', () => {
    expect(rulesOf(typed)).toEqual(RULES)
    expect(faultsOf(typed)).toEqual([])
    expect(typed['leavers.share']).toBe('5')
    expect(rulesOf({ ...typed, 'leavers.share': '7,5' }).limits.leavers.share).toBe(0.075)
  })

  it.each([
    ['leavers.count', '0'],
    ['leavers.count', ''],
    ['joiners.count', '1.5'],
    ['joiners.share', '101'],
    ['otherUpdatesShare.share', '-1'],
    ['identityChanges.share', 'half'],
    ['smallKind', '-1'],
    ['from', '13-01'],
    ['to', '9-30'],
  ])('%s cannot be “%s”', (field, text) => {
    expect(faultsOf({ ...typed, [field]: text }).map((it) => it.field)).toEqual([field])
  })

  it('know which of them let more pass', () => {
    const raised = (more: Record<string, string>) => raisedOf(RULES, rulesOf({ ...typed, ...more }))
    expect(raised({})).toEqual([])
    expect(raised({ 'leavers.count': '9', 'leavers.share': '1' })).toEqual([])
    expect(raised({ 'leavers.share': '25' })).toEqual(['leavers'])
    expect(raised({ 'joiners.count': '21', 'otherUpdatesShare.share': '80' })).toEqual(['joiners', 'otherUpdatesShare'])
    expect(percentOf(rulesOf({ ...typed, 'leavers.share': '25' }), 'leavers')).toBe('25')
  })
})
