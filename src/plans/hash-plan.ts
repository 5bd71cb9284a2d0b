import { canonicalJson, type Json } from '../kernel/index.ts'
import type { Change, PlannedState } from './plan.ts'

/**
 * The name of exactly this plan: the hash of the canonical JSON (RFC 8785) of its changes in key order, without times. An
 * approval is bound to it; apply takes it and refuses any other (N-04).
 *
 * @param sha256 gives the hexadecimal SHA-256 of a text; handed in, because plans are pure
 */
export function hashPlan(changes: readonly Change[], sha256: (text: string) => string): string {
  const texts = changes.map((it) => canonicalJson({ ...it, before: timeless(it.before), after: timeless(it.after) } as unknown as Json)) // changes are JSON by construction
  return sha256(`[${texts.join(',')}]`)
}

/** A link's end is a time, and no part of what a plan promises. */
function timeless(state: PlannedState): PlannedState {
  if (state.link?.endedAt === undefined) return state
  const { endedAt: _, ...link } = state.link
  return { ...state, link }
}
