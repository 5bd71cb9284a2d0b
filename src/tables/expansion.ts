import { ReadFailure } from './read-failure.ts'

/** More is no roster: the largest district seen expands to 60 MB. */
export const EXPANDED_GIB_MAX = 1
const EXPANDED_BYTES_MAX = EXPANDED_GIB_MAX * 1024 ** 3
/** CSV files pack 5 to 30 times smaller; a bomb a thousand times. Small files may be as dense as they like. */
const RATIO_MAX = 200
const RATIO_MATTERS_FROM_BYTES = 16 * 1024 ** 2

/** Whether something that claims to expand from one size to the other may be a roster. */
export function isPlausibleExpansion(packedBytes: number, expandedBytes: number): boolean {
  if (expandedBytes > EXPANDED_BYTES_MAX) return false
  return expandedBytes < RATIO_MATTERS_FROM_BYTES || expandedBytes <= packedBytes * RATIO_MAX
}

/** Counts what one source really expands to, whatever its archive claims. Reading a file twice counts once. */
export interface ExpansionMeter {
  /** Passes bytes on and throws a `ReadFailure` when the source or this file turns out to be a bomb. */
  measured(file: string, packedBytes: number, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
}

export function createExpansionMeter(): ExpansionMeter {
  const expanded = new Map<string, number>()
  let total = 0
  return {
    async *measured(file, packedBytes, bytes) {
      let here = 0
      for await (const chunk of bytes) {
        here += chunk.length
        const more = Math.max(0, here - (expanded.get(file) ?? 0))
        expanded.set(file, (expanded.get(file) ?? 0) + more)
        total += more
        if (total > EXPANDED_BYTES_MAX || !isPlausibleExpansion(packedBytes, here)) throw tooLarge()
        yield chunk
      }
    },
  }
}

function tooLarge(): ReadFailure {
  return new ReadFailure('file.archive_too_large', { params: { gibMax: EXPANDED_GIB_MAX } })
}
