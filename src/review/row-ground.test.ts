import { describe, expect, it } from 'vitest'
import type { DirectoryLink } from '../directory/index.ts'
import type { ReviewRow } from './review-row.ts'
import { type GroundFacts, type GroundSides, isExpected, rowGround } from './row-ground.ts'

const YEARS = ['R', '1', '2']
const FACTS: GroundFacts = {
  isYearStart: true,
  connection: 'mis',
  hasBegun: true,
  yearGroups: new Set(YEARS),
  nextYearGroup: (code) => ({ R: '1', '1': '2', '2': '3' })[code] ?? null,
  linksOf: () => [],
  leftOn: () => null,
  today: '2026-09-03',
  dayOf: (instant) => instant.slice(0, 10),
}
const row = (more: Partial<ReviewRow>): ReviewRow => ({
  kind: 'pupil',
  personId: 'p',
  sourceId: 's',
  status: 'synced',
  setAside: null,
  double: null,
  reason: null,
  notSeen: false,
  willImport: false,
  leftOut: null,
  probability: null,
  bits: null,
  reasons: [],
  guards: [],
  pass: null,
  rival: null,
  whatIf: [],
  ...more,
})
const link = (endReason: DirectoryLink['endReason'], endedAt: string | null, connection = 'mis'): DirectoryLink => ({
  recordKind: 'person',
  recordId: 'p',
  source: { connection, kind: 'pupil', id: 's' },
  endReason,
  endedAt,
})
const NEITHER: GroundSides = { here: null, there: null }
const there = (fields: GroundSides['there']): GroundSides => ({ here: null, there: { upn: 'A1', ...fields } })
const here = (yearGroup: string): GroundSides => ({ here: { yearGroup }, there: null })
const leavingOn = (day: string): Partial<GroundFacts> => ({ leftOn: () => day })
const left = row({ status: 'desynced', reason: 'left' })

describe('why a row stands where it does', () => {
  it.each([
    ['D12 whoever leaves the top year at the start of the year is expected', left, here('2'), {}, 'top_year'],
    ['D12 whoever leaves another year is missing without a date', left, here('1'), {}, 'left_without_date'],
    ['D12 outside the start of the year nobody is expected to leave', left, here('2'), { isYearStart: false }, 'left_without_date'],
    ['D12 without a year group nobody is expected to leave', left, NEITHER, {}, 'left_without_date'],
    ['whoever left in an earlier sync', left, here('1'), { linksOf: () => [link('left', '2026-03-14T09:00:00Z')] }, 'left_before'],
    ['UX C8 whoever has left on a day that the MIS names', left, here('2'), leavingOn('2026-07-17'), 'left_on'],
    ['whoever is missing before that day', left, here('1'), leavingOn('2026-12-18'), 'left_without_date'],
    [
      'a live link is of this sync',
      left,
      here('1'),
      { linksOf: () => [link('left', '2026-03-14T09:00:00Z'), link(null, null)] },
      'left_without_date',
    ],
    ['D25 whom the school left out of its choice', row({ status: 'desynced', reason: 'out_of_scope' }), here('1'), {}, 'out_of_scope'],
    ['D29 whoever came back', row({ reason: 'came_back' }), NEITHER, {}, 'came_back'],
    ['whom a read that proves nothing does not name', row({ notSeen: true }), NEITHER, {}, 'not_seen'],
    ['a New pupil of the youngest year at the start of the year', row({ status: 'new' }), there({ yearGroup: 'R' }), {}, 'new_intake'],
    ['a New pupil of another year at the start of the year', row({ status: 'new' }), there({ yearGroup: '1' }), {}, undefined],
    ['a New pupil later in the year', row({ status: 'new' }), there({ yearGroup: 'R' }), { isYearStart: false }, 'joined_mid_year'],
    ['a New pupil of a first sync', row({ status: 'new' }), there({ yearGroup: 'R' }), { hasBegun: false }, undefined],
    ['a New pupil of whom only the name is known', row({ status: 'new' }), there({ upn: null }), {}, 'no_reliable_id'],
    ['New staff', row({ kind: 'staff', status: 'new' }), there({ upn: null }), { isYearStart: false }, undefined],
    ['S-52 somebody who was never linked', row({ status: 'not_matched' }), NEITHER, {}, 'added_by_hand'],
    [
      'D2 a pair that was split',
      row({ status: 'not_matched' }),
      NEITHER,
      { linksOf: () => [link('unmatched', '2026-01-01T00:00:00Z')] },
      'unmatched',
    ],
    [
      'S-18 IDs that were set aside',
      row({ status: 'not_matched' }),
      NEITHER,
      { linksOf: () => [link('ids_cleared', '2026-01-01T00:00:00Z')] },
      'ids_cleared',
    ],
    [
      'somebody of another connection',
      row({ status: 'not_matched' }),
      NEITHER,
      { linksOf: () => [link(null, null, 'csv')] },
      'other_connection',
    ],
    ['S-54 the ground of a match', row({ status: 'matched', pass: 'exact' }), NEITHER, {}, 'pass_exact'],
    ['a synced row needs no ground', row({}), NEITHER, {}, undefined],
  ] as const)('%s', (_name, it, sides, facts, expected) => {
    expect(rowGround(it, sides, { ...FACTS, ...facts })?.code).toBe(expected)
  })

  it('names the day by the school’s clock', () => {
    const facts = { ...FACTS, linksOf: () => [link('left', '2025-03-14T09:00:00Z'), link('left', '2026-03-14T09:00:00Z')] }
    expect(rowGround(left, here('1'), facts)).toEqual({ code: 'left_before', on: '2026-03-14' })
  })

  it.each([
    ['top_year', true],
    ['out_of_scope', true],
    ['left_before', true],
    ['left_without_date', false],
  ])('a desynced row with the ground %s: expected %s', (code, expected) => {
    expect(isExpected({ status: 'desynced' }, { code, on: null })).toBe(expected)
    expect(isExpected({ status: 'not_matched' }, { code, on: null })).toBe(false)
  })
})
