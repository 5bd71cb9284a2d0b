/** Words with which the lines around a printed list begin: totals, page numbers, when and by whom it was made. */
const SUMMARY =
  /^(grand |sub-?)?totals?\b(?! [a-z]+,)|^(count|number|no\.?) of\b|^count:?$|^page \d+|^(report|printed|generated|exported|produced|created)( (on|at|by|date|run|from))\b|^end of (report|list|file|page)|^\d+ (pupils?|students?|records?|rows?|staff|people)\b|^\*+.*\*+$/i

/** How many of its cells such a line fills at most. */
const FILLED_MAX = 4

/** Whether a row is the total, page number or imprint of a printed list: few cells, the first of which says so, and no letters but those. */
export function isSummary(cells: readonly string[]): boolean {
  const [first = '', ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (others.length >= FILLED_MAX || !SUMMARY.test(first)) return false
  return others.every((cell) => !/\p{L}{2}/u.test(cell) || SUMMARY.test(cell) || /:\s*\d+$|^\d+ \p{L}+$/u.test(cell))
}
