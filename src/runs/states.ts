/** Where a run stands. `ready`: its plan is built and hashed, and no question is open. `checked`: a run that only looks has looked. */
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
  | 'checked'

/**
 * Every legal move, and no other: those of ARCHITECTURE 6, and three that its picture leaves out. A plan without changes is
 * applied in the transaction that builds it, a newer sync takes the place of one that waits, and what only looks is taken back,
 * so that nothing but its end is kept (ADR 26). What the guards hold is a run that begins as `held` (ADR 25).
 */
export const MOVES: Readonly<Record<RunState, readonly RunState[]>> = {
  queued: ['reading', 'discarded', 'checked'],
  reading: ['matching', 'failed'],
  matching: ['reviewing', 'failed'],
  reviewing: ['ready', 'applied', 'discarded'],
  ready: ['reviewing', 'applying', 'held', 'discarded'],
  held: ['ready', 'discarded'],
  applying: ['applied', 'failed'],
  applied: ['undone'],
  failed: ['queued', 'discarded'],
  discarded: ['reviewing'],
  undone: [],
  checked: [],
}

/** States in which a run is open: a school has at most one such run, besides the parts that guards hold. */
export const OPEN: readonly RunState[] = ['queued', 'reading', 'matching', 'reviewing', 'ready', 'applying']

/** Whether a run may move from one state to the other. */
export function mayMove(from: RunState, to: RunState): boolean {
  return MOVES[from].includes(to)
}
