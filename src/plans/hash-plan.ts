import { canonicalJson, type Json } from '../kernel/index.ts'
import type { Change } from './plan.ts'

/**
 * The name of exactly this plan: the hash of the canonical JSON (RFC 8785) of its changes in key order, without times. An
 * approval is bound to it; apply takes it and refuses any other (N-04).
 *
 * @param sha256 gives the hexadecimal SHA-256 of a text; handed in, because plans are pure
 */
export function hashPlan(changes: readonly Change[], sha256: (text: string) => string): string {
  return sha256(canonicalJson(changes as unknown as Json, isTime)) // changes are JSON by construction
}

/** The name of exactly one change of a plan, in the same way: an approval remembers each change that it is about. */
export function hashChange(change: Change, sha256: (text: string) => string): string {
  return hashPlan([change], sha256)
}

function isTime(name: string): boolean {
  return name === 'endedAt'
}
