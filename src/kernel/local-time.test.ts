import { describe, expect, it } from 'vitest'
import { daysAfter, instantIn, weekdayOf } from './local-time.ts'

describe('a time of day in a time zone', () => {
  it.each([
    ['winter in London', 'Europe/London', '2026-01-15', '02:00', '2026-01-15T02:00:00Z'],
    ['summer in London', 'Europe/London', '2026-07-15', '02:00', '2026-07-15T01:00:00Z'],
    ['the day the clocks go on, before they do', 'Europe/London', '2026-03-29', '00:30', '2026-03-29T00:30:00Z'],
    ['the hour that London leaves out', 'Europe/London', '2026-03-29', '01:30', '2026-03-29T01:30:00Z'],
    ['the first minute that London leaves out', 'Europe/London', '2026-03-29', '01:00', '2026-03-29T01:00:00Z'],
    ['the first minute after it', 'Europe/London', '2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
    ['the hour that London has twice: the first', 'Europe/London', '2026-10-25', '01:30', '2026-10-25T00:30:00Z'],
    ['the hour after it', 'Europe/London', '2026-10-25', '02:00', '2026-10-25T02:00:00Z'],
    ['the hour that New York leaves out', 'America/New_York', '2026-03-08', '02:00', '2026-03-08T07:00:00Z'],
    ['half an hour into it', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00Z'],
    ['the hour that New York has twice: the first', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
    ['the hour after it', 'America/New_York', '2026-11-01', '02:30', '2026-11-01T07:30:00Z'],
    ['a change of half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:10', '2026-10-03T15:40:00Z'],
    ['a zone that never changes', 'UTC', '2026-03-29', '01:30', '2026-03-29T01:30:00Z'],
    ['the last minute of a day far ahead of UTC', 'Pacific/Auckland', '2026-06-01', '23:59', '2026-06-01T11:59:00Z'],
  ])('%s', (_, timeZone, date, time, expected) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    expect(instantIn(timeZone, date, hours * 60 + minutes)).toEqual(new Date(expected))
  })
})

describe('dates', () => {
  it.each([
    ['2026-09-07', 1],
    ['2026-09-12', 6],
    ['2026-09-13', 7],
    ['2024-02-29', 4],
  ])('%s is day %i of its week', (date, day) => {
    expect(weekdayOf(date)).toBe(day)
  })

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(daysAfter(date, days)).toBe(expected)
  })
})
