/** A school year as a source names it: calendar dates, both days included. */
export interface SchoolYear {
  readonly start: string
  readonly end: string
}

/** One session of a source's calendar: a school year, or a term of the one that is named. */
export interface Session {
  readonly type: string | null
  readonly start: string
  readonly end: string
  /** The school year that a term belongs to, as the source writes it. */
  readonly year: string | null
}

/** The school years of a source's calendar, from the earliest: those it names, else those its terms make up. */
export function schoolYearsOf(sessions: readonly Session[]): readonly SchoolYear[] {
  const whole = sessions.filter((it) => it.type?.toLowerCase() === 'schoolyear')
  if (whole.length > 0) return sorted(whole.map(({ start, end }) => ({ start, end })))
  const byYear = new Map<string, SchoolYear>()
  for (const { year, start, end } of sessions) {
    if (year === null) continue
    const known = byYear.get(year)
    byYear.set(year, {
      start: known === undefined || start < known.start ? start : known.start,
      end: known === undefined || end > known.end ? end : known.end,
    })
  }
  return sorted([...byYear.values()])
}

/** The school year that a source is about on a day: the one the day is in, else the next one, else the last; null without any. */
export function schoolYearOn(years: readonly SchoolYear[], today: string): SchoolYear | null {
  return years.find((it) => it.start <= today && today <= it.end) ?? years.find((it) => it.start > today) ?? years.at(-1) ?? null
}

/**
 * The calendar year in which the school year of a day began.
 *
 * @param yearStart `MM-DD`, the first day of a school's year
 */
export function startYearOn(yearStart: string, today: string): number {
  const year = Number(today.slice(0, 4))
  return today.slice(5) >= yearStart ? year : year - 1
}

function sorted(years: readonly SchoolYear[]): readonly SchoolYear[] {
  return [...years].sort((a, b) => (a.start < b.start ? -1 : 1))
}
