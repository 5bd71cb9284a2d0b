import { describe, expect, it } from 'vitest'
import type { ReviewRow } from './review-row.ts'
import { patternOf } from './row-pattern.ts'

const reason = (code: string, params: Record<string, string> = {}) => ({ code, params, bits: 1 })
const row = (more: Partial<ReviewRow> = {}): ReviewRow => ({
  ...{ kind: 'pupil', personId: 'p', sourceId: 's', status: 'may_match', reason: null, notSeen: false, willImport: false, leftOut: null },
  setAside: null,
  double: null,
  ...{ probability: 0.9, bits: 12, pass: 'scored', rival: null, whatIf: [] },
  reasons: [reason('surname.exact', { directory: 'Oakes' }), reason('forename.nickname', { directory: 'Kate', source: 'Katherine' })],
  guards: ['guard.only_names'],
  ...more,
})
const usual = patternOf(row(), ['name'])

describe('pairs that can be decided together', () => {
  it('have the same evidence whatever the names, in whatever order it was found', () => {
    const other = [reason('forename.nickname', { directory: 'Sam', source: 'Samuel' }), reason('surname.exact', { directory: 'Birch' })]
    expect(usual).toMatch(/^[0-9a-f]{16}$/)
    expect(patternOf(row({ reasons: other, probability: 0.7, bits: 8 }), ['name'])).toBe(usual)
  })

  it.each([
    ['another kind of evidence', row({ reasons: [reason('surname.exact'), reason('forename.exact')] }), ['name']],
    ['another doubt', row({ guards: [] }), ['name']],
    ['another change', row(), ['name', 'class']],
    ['a rarer name', row({ reasons: [reason('surname.exact', { rarity: 'rare' }), reason('forename.nickname')] }), ['name']],
  ] as const)('are others with %s', (_name, it, touches) => {
    const other = patternOf(it, touches)
    expect(other).not.toBeNull()
    expect(other).not.toBe(usual)
  })

  it.each([
    ['a twin', row({ guards: ['guard.only_names', 'guard.twin'] })],
    ['a rival', row({ guards: ['guard.rival'] })],
    ['a common name', row({ reasons: [reason('surname.exact', { rarity: 'common' })] })],
    ['mixed years', row({ reasons: [reason('surname.exact'), reason('year_group.different')] })],
    ['a pair that is no question', row({ status: 'matched' })],
  ])('never: %s', (_name, it) => {
    expect(patternOf(it, ['name'])).toBeNull()
  })
})
