import { canonicalJson, type Json } from '../kernel/index.ts'
import type { Change } from './plan.ts'

/**
 * The name of exactly this plan: the hash of the canonical JSON (RFC 8785) of its changes in key order, without times. An
 * approval is bound to it; apply takes it and refuses any other (N-04).
 *
 * @param sha256 gives the hexadecimal SHA-256 of a text; handed in, because plans are pure
 */
export function hashPlan(changes: readonly Change[], sha256: (text: string) => string): string {
  const isTime = (name: string): boolean => name === 'endedAt'
  return sha256(canonicalJson(changes as unknown as Json, isTime)) // changes are JSON by construction
}
