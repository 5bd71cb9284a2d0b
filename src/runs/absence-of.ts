import type { Incomplete } from '../snapshots/index.ts'
import type { AbsenceUnproven } from './run.ts'

/** Of the people kinds that the source carries, the first whose absence proves nothing, and why (D24). Null: absence counts. */
export function absenceOf({ incomplete }: { readonly incomplete: Incomplete }): AbsenceUnproven {
  const carried = (['pupil', 'staff'] as const).filter((kind) => incomplete[kind] !== 'not in the source')
  if (carried.length === 0) return 'no people in the source'
  return carried.map((kind) => incomplete[kind]).find((why) => why !== null) ?? null
}
