/** Where a run stands. `ready`: its plan is built and hashed, and no question is open. */
export type RunState =
  | 'queued'
  | 'reading'
  | 'matching'
  | 'reviewing'
  | 'ready'
  | 'held'
  | 'applying'
  | 'applied'
  | 'failed'
  | 'discarded'
  | 'undone'

/**
 * Every legal move, and no other: those of ARCHITECTURE 6, and four that its picture leaves out. A plan is held or, without
 * changes, applied in the transaction that builds it, a newer sync takes the place of one that waits, and a person goes on
 * deciding about a held one.
 */
export const MOVES: Readonly<Record<RunState, readonly RunState[]>> = {
  queued: ['reading', 'discarded'],
  reading: ['matching', 'failed'],
  matching: ['reviewing', 'failed'],
  reviewing: ['ready', 'held', 'applied', 'discarded'],
  ready: ['reviewing', 'applying', 'held', 'discarded'],
  held: ['ready', 'reviewing', 'discarded'],
  applying: ['applied', 'failed'],
  applied: ['undone'],
  failed: ['queued', 'discarded'],
  discarded: ['reviewing'],
  undone: [],
}

/** States in which a run is open: a school has at most one such run. */
export const OPEN: readonly RunState[] = ['queued', 'reading', 'matching', 'reviewing', 'ready', 'applying']

/** Whether a run may move from one state to the other. */
export function mayMove(from: RunState, to: RunState): boolean {
  return MOVES[from].includes(to)
}
