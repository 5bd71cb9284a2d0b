import { expect, it } from 'vitest'
import { isLookMissing } from './out-of-date.ts'

const NIGHTLY = { mode: 'check', minute: 120, days: [1, 2, 3, 4, 5, 6, 7], onlyInTerm: false, pausedUntil: null } as const
const WEEKDAYS = { ...NIGHTLY, days: [1, 2, 3, 4, 5] }
const HOLIDAY = {
  id: '0190a000-0000-7000-8000-000000000001',
  kind: 'closed',
  name: 'Autumn',
  from: '2026-10-26',
  to: '2026-10-30',
} as const
// Monday 5 October 2026 is the day after the first look
const MONDAY = '2026-10-05T02:00:30Z'

it.each([
  ['the last look was yesterday', NIGHTLY, MONDAY, '2026-10-06T12:00:00Z', false],
  ['nothing for 48 hours, every night wanted', NIGHTLY, MONDAY, '2026-10-07T03:00:00Z', true],
  ['over a weekend on which nothing is checked', WEEKDAYS, '2026-10-02T01:00:30Z', '2026-10-04T23:00:00Z', false],
  ['Monday’s check may still be on its way', WEEKDAYS, '2026-10-02T01:00:30Z', '2026-10-05T01:30:00Z', false],
  ['Monday’s check did not come', WEEKDAYS, '2026-10-02T01:00:30Z', '2026-10-05T03:00:00Z', true],
  ['closed days', NIGHTLY, '2026-10-25T03:00:00Z', '2026-10-30T12:00:00Z', false],
  ['off', { ...NIGHTLY, mode: 'off' } as const, MONDAY, '2026-12-01T12:00:00Z', false],
  ['paused until somebody says so', { ...NIGHTLY, pausedUntil: 'open' } as const, MONDAY, '2026-12-01T12:00:00Z', false],
])('C3 out of date: %s', (_, timetable, since, now, expected) => {
  expect(isLookMissing({ timetable, calendar: [HOLIDAY], timeZone: 'Europe/London', now: new Date(now) }, new Date(since))).toBe(expected)
})
