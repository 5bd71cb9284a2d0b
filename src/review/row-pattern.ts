import { createHash } from 'node:crypto'
import { canonicalJson } from '../kernel/index.ts'
import type { ReviewRow } from './review-row.ts'
import type { Touch } from './touches.ts'

/** Doubts that are about somebody else: a twin, a namesake, a rival. What holds for one such pair says nothing of another. */
const NEVER_ALIKE: readonly string[] = [
  'guard.twin',
  'guard.other_forename',
  'guard.lookalike',
  'guard.same_names',
  'guard.exact_rival',
  'guard.rival',
  'guard.duplicate',
  'guard.closer_name',
  'guard.upn_conflict',
  'guard.upn_elsewhere',
]

/**
 * What pairs have in common that can be decided together: exactly the same evidence, the same doubts, and the same kinds of
 * details to be changed. Null for a pair that must be looked at by itself: where twins, namesakes or rivals are near, the
 * name is common, or the year groups are not the same.
 */
export function patternOf({ kind, status, pass, reasons, guards }: ReviewRow, touches: readonly Touch[]): string | null {
  if (status !== 'may_match' || reasons.length === 0 || guards.some((it) => NEVER_ALIKE.includes(it))) return null
  if (reasons.some(({ code, params }) => params['rarity'] === 'common' || code === 'year_group.different')) return null
  const codes = reasons.map(({ code, params }) => `${code} ${params['rarity'] ?? ''}`).sort()
  const said = canonicalJson({ kind, pass, codes, guards: [...guards].sort(), touches: [...touches] })
  return createHash('sha256').update(said).digest('hex').slice(0, 16)
}
