/** How classes that a sync creates are called: as in the MIS, without a calendar year in it, or by a pattern. */
export interface ClassNaming {
  readonly style: 'as_is' | 'without_year' | 'pattern'
  /** Text with `{name}`, and `{year}` where it is wanted: `{year} {name}`. */
  readonly pattern: string
}

/** A class as naming sees it: `yearGroup` is the name of its year group or groups, such as "Year 4" or "Year 5, Year 6". */
interface Named {
  readonly name: string
  readonly yearGroup: string | null
}

/** "(2026)", "2026/27", "2026-2027": a year of the calendar, with what sets it apart. */
const CALENDAR_YEAR = /[([]?\b20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\b[)\]]?/gu

/**
 * What a new class is called. A name of which nothing would be left stays as the MIS has it.
 *
 * @example nameOfNewClass({ style: 'pattern', pattern: '{year} {name}' }, { name: 'Maple', yearGroup: 'Year 4' }) === '4 Maple'
 */
export function nameOfNewClass({ style, pattern }: ClassNaming, it: Named): string {
  if (style === 'as_is') return it.name
  const made =
    style === 'without_year'
      ? it.name.replace(CALENDAR_YEAR, ' ')
      : pattern.replace(/\{(name|year)\}/gu, (_all, part: string) => (part === 'name' ? it.name : shortYear(it.yearGroup)))
  const tidy = made
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[\s,–-]+|[\s,–-]+$/gu, '')
  return tidy === '' ? it.name : tidy
}

/** Whether a pattern names classes apart: it has the class's own name in it, and nothing else in braces. */
export function isNamePattern(pattern: string): boolean {
  return pattern.includes('{name}') && !/[{}]/u.test(pattern.replace(/\{(?:name|year)\}/gu, ''))
}

/** "Year 4" is 4, "Year 5, Year 6" is 5/6; what has no number stays a word. */
function shortYear(yearGroup: string | null): string {
  return (yearGroup ?? '')
    .split(', ')
    .map((it) => /\d+/u.exec(it)?.[0] ?? it)
    .join('/')
}
