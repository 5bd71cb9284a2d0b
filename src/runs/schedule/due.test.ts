import { describe, expect, it } from 'vitest'
import { lastDue, nextDue, type Period, type Timetable, whyNot } from './due.ts'

const NIGHTLY: Timetable = { mode: 'check', minute: 120, days: [1, 2, 3, 4, 5, 6, 7], onlyInTerm: false, pausedUntil: null }
const LONDON = 'Europe/London'
const HOLIDAY: Period = { kind: 'closed', from: '2026-07-17', to: '2026-09-01' }
const AUTUMN: Period = { kind: 'term', from: '2026-09-02', to: '2026-12-18' }

const at = (text: string): Date => new Date(text)
const next = (now: string, more: Partial<Timetable> = {}, calendar: readonly Period[] = [], zone = LONDON): string | undefined =>
  nextDue({ ...NIGHTLY, ...more }, calendar, zone, at(now))?.toISOString()
const last = (now: string, more: Partial<Timetable> = {}, zone = LONDON): string | undefined =>
  lastDue({ ...NIGHTLY, ...more }, zone, at(now))?.toISOString()

describe('the next time (D30)', () => {
  it.each([
    ['tonight', '2026-09-07T12:00:00Z', {}, '2026-09-08T01:00:00.000Z'],
    ['later today', '2026-09-07T00:30:00Z', {}, '2026-09-07T01:00:00.000Z'],
    ['not this very moment again', '2026-09-07T01:00:00Z', {}, '2026-09-08T01:00:00.000Z'],
    ['the next of its days', '2026-09-07T12:00:00Z', { days: [5] }, '2026-09-11T01:00:00.000Z'],
    ['the same day a week later', '2026-09-11T12:00:00Z', { days: [5] }, '2026-09-18T01:00:00.000Z'],
    ['the night the clocks go on', '2026-03-28T12:00:00Z', { minute: 90 }, '2026-03-29T01:30:00.000Z'],
    ['the night the clocks go back: the first of the two', '2026-10-24T12:00:00Z', { minute: 90 }, '2026-10-25T00:30:00.000Z'],
    ['never twice in that night', '2026-10-25T00:30:00Z', { minute: 90 }, '2026-10-26T01:30:00.000Z'],
    ['when a pause is over', '2026-09-07T12:00:00Z', { pausedUntil: '2026-09-12' }, '2026-09-12T01:00:00.000Z'],
    ['never while it is off', '2026-09-07T12:00:00Z', { mode: 'off' as const }, undefined],
    ['never while a person has to resume it', '2026-09-07T12:00:00Z', { pausedUntil: 'open' }, undefined],
    ['never without a day', '2026-09-07T12:00:00Z', { days: [] }, undefined],
  ])('%s', (_, now, more, expected) => {
    expect(next(now, more)).toBe(expected)
  })

  it('passes over days on which the school is closed', () => {
    expect(next('2026-07-16T12:00:00Z', {}, [HOLIDAY])).toBe('2026-09-02T01:00:00.000Z')
  })

  it('keeps to terms only where it is said, and waits for one that is entered', () => {
    expect(next('2026-08-20T12:00:00Z', {}, [AUTUMN])).toBe('2026-08-21T01:00:00.000Z')
    expect(next('2026-08-20T12:00:00Z', { onlyInTerm: true }, [AUTUMN])).toBe('2026-09-02T01:00:00.000Z')
    expect(next('2026-08-20T12:00:00Z', { onlyInTerm: true })).toBeUndefined()
  })

  it('is told by the clock of the school', () => {
    expect(next('2026-09-07T12:00:00Z', {}, [], 'America/New_York')).toBe('2026-09-08T06:00:00.000Z')
    expect(next('2026-03-07T12:00:00Z', {}, [], 'America/New_York')).toBe('2026-03-08T07:00:00.000Z')
  })
})

describe('the last time', () => {
  it.each([
    ['last night', '2026-09-07T12:00:00Z', {}, '2026-09-07T01:00:00.000Z'],
    ['the night before, until it is time', '2026-09-07T00:59:59Z', {}, '2026-09-06T01:00:00.000Z'],
    ['this very moment', '2026-09-07T01:00:00Z', {}, '2026-09-07T01:00:00.000Z'],
    ['the last of its days', '2026-09-10T12:00:00Z', { days: [5] }, '2026-09-04T01:00:00.000Z'],
    ['none while it is off', '2026-09-10T12:00:00Z', { mode: 'off' as const }, undefined],
  ])('%s', (_, now, more, expected) => {
    expect(last(now, more)).toBe(expected)
  })
})

describe('why nothing is checked on a day', () => {
  const why = (date: string, more: Partial<Timetable> = {}) => whyNot({ ...NIGHTLY, ...more }, [HOLIDAY, AUTUMN], date)

  it('says the first reason, and counts both ends of a period in', () => {
    expect(['2026-07-16', '2026-07-17', '2026-09-01', '2026-09-02'].map((it) => why(it))).toEqual([null, 'closed', 'closed', null])
    expect(why('2026-12-19', { onlyInTerm: true })).toBe('no_term')
    expect(why('2026-12-18', { onlyInTerm: true })).toBeNull()
    expect(why('2026-07-20', { pausedUntil: 'open' })).toBe('paused')
    expect(why('2026-09-10', { pausedUntil: '2026-09-10' })).toBeNull()
  })
})
