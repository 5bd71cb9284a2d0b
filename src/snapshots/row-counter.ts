import type { RowCounts } from './upload.ts'

/** What became of a row that was read. */
export type RowOutcome = 'used' | 'leftOut' | 'rejected'

/** Counts rows by outcome; what was read is what the outcomes add up to. */
export interface RowCounter {
  count(outcome: RowOutcome): void
  readonly counts: RowCounts
}

/** A counter that begins at nothing. */
export function rowCounter(): RowCounter {
  const by = { used: 0, leftOut: 0, rejected: 0 }
  return {
    count(outcome) {
      by[outcome] += 1
    },
    get counts() {
      return { read: by.used + by.leftOut + by.rejected, ...by }
    },
  }
}

/** A counter for each name, made when first asked for, in the order of asking. */
export function countersByName(): { of(name: string): RowCounter; readonly all: ReadonlyMap<string, RowCounter> } {
  const all = new Map<string, RowCounter>()
  return {
    all,
    of(name) {
      const counter = all.get(name) ?? rowCounter()
      all.set(name, counter)
      return counter
    },
  }
}
