import type { SchoolTx } from '../db/index.ts'
import { ok, type Problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { type ReviewFacts, readFacts } from './review-facts.ts'
import { type LockedReview, lockSeenReview } from './review-locked.ts'
import type { RunContext } from './run-context.ts'

/** What a person says on a panel of a run as a whole. */
export interface PanelSave<Said> {
  readonly runId: string
  /** The version that the caller has seen. */
  readonly seen: number
  readonly said: Said
  readonly context: RunContext
}

/** The review that a panel is saved into, and what it follows from. */
export interface PanelReview {
  readonly locked: LockedReview
  readonly facts: ReviewFacts
}

/** Takes the review of a panel for whoever has seen it as it stands; refused when it has changed since. */
export async function takePanel(tx: SchoolTx, it: Omit<PanelSave<unknown>, 'said'>): Promise<Result<PanelReview, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  const locked = await lockSeenReview(tx, it.runId, it.seen)
  if (!locked.ok) return locked
  const { run, school } = locked.value
  return ok({ locked: locked.value, facts: await readFacts(tx, run, { school, key: it.context.key }) })
}
