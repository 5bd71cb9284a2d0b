import { describe, expect, it } from 'vitest'
import { schoolYearOn, schoolYearsOf, startYearOn } from './school-year.ts'

const session = (type: string | null, start: string, end: string, year: string | null = null) => ({ type, start, end, year })

describe('C9 the school year', () => {
  it('is read from the sessions of a source, or put together from its terms', () => {
    const year = session('schoolYear', '2026-09-01', '2027-07-20', '2027')
    expect(schoolYearsOf([session('term', '2026-09-01', '2026-12-18', '2027'), year])).toEqual([{ start: '2026-09-01', end: '2027-07-20' }])
    const terms = [
      session('term', '2027-01-04', '2027-04-01', '2027'),
      session('term', '2026-09-02', '2026-12-18', '2027'),
      session('term', '2027-01-01', '2027-02-01'),
    ]
    expect(schoolYearsOf(terms)).toEqual([{ start: '2026-09-02', end: '2027-04-01' }])
    expect(schoolYearsOf([])).toEqual([])
  })

  it.each([
    ['2026-10-01', '2026-09-01'],
    ['2026-08-15', '2026-09-01'],
    ['2027-08-15', '2026-09-01'],
    ['2025-12-01', '2025-09-01'],
  ])('on %s is the one that began on %s', (today, start) => {
    const years = [
      { start: '2025-09-01', end: '2026-07-20' },
      { start: '2026-09-01', end: '2027-07-20' },
    ]
    expect(schoolYearOn(years, today)?.start).toBe(start)
  })

  it.each([
    ['09-01', '2026-09-01', 2026],
    ['09-01', '2026-08-31', 2025],
    ['01-20', '2026-08-31', 2026],
  ])('S-90 that starts on %s began, on %s, in %s', (yearStart, today, year) => {
    expect(startYearOn(yearStart, today)).toBe(year)
  })
})
