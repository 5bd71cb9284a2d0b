import { type PersonKind, personKindOf, readRole } from '../../roster/index.ts'
import type { Cell } from './cell.ts'
import { RawValues } from './raw-values.ts'

/** Both kinds in the order in which their pairs are written; the number of a kind in `People`. */
export const KINDS = ['pupil', 'staff'] as const satisfies readonly PersonKind[]
/** Somebody who is not asked for: another role than the one wanted, or neither pupil nor staff. */
export const NOT_WANTED = -1

/** Reads the number of a kind from the cell that says the role. */
export function kindReader(wanted: PersonKind | null): (cell: Cell) => number {
  const without = wanted === 'staff' ? 1 : 0
  const values = new RawValues((text) => {
    const kind = text.toLowerCase() === 'pupil' ? 'pupil' : personKindOf(readRole(text))
    return kind === null || (wanted !== null && kind !== wanted) ? NOT_WANTED : KINDS.indexOf(kind)
  })
  return (cell) => (cell.isEmpty ? without : values.valueOf(cell))
}
