/** The year groups of a school, and where pupils of each go a year later. */
export interface YearsOfSchool {
  /** Codes. */
  readonly yearGroups: { has(code: string): boolean }
  nextYearGroup(code: string): string | null
}

/** Whether nobody of this school goes up from a year group: its pupils are expected to leave at the end of the year. */
export function isTopYear(code: string | null, { yearGroups, nextYearGroup }: YearsOfSchool): boolean {
  if (code === null) return false
  const next = nextYearGroup(code)
  return next === null || !yearGroups.has(next)
}
