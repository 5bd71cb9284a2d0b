import type { Written } from '../apply/index.ts'
import type { Database } from '../db/index.ts'
import type { SchoolScope } from '../permission/index.ts'
import type { IdSource } from '../schools/index.ts'
import { noteProgress, type RunStep } from './progress.store.ts'

/** What carrying a run on takes besides the database. */
export interface RunContext {
  readonly ids: IdSource
  /** The installation's key: uploads are sealed with it. */
  readonly key: Uint8Array
  /** A mail server is set: what a run owes is sent. Without one it waits (D32). */
  readonly sendsMail: boolean
  onStep(step: RunStep, written?: readonly Written[]): Promise<void>
}

/** Thrown at the next step of a run that a person has asked to stop, so that its transaction is rolled back. */
export class StopRequested extends Error {}

/** A context that also notes each step of one run where other processes see it. */
export function watchedContext(database: Database, scope: SchoolScope, it: { runId: string; context: RunContext }): RunContext {
  const { runId, context } = it
  const onStep = async (step: RunStep, written?: readonly Written[]): Promise<void> => {
    const { isStopRequested } = await noteProgress(database, scope, { runId, step, written, at: context.ids.clock() })
    if (isStopRequested) throw new StopRequested()
    await context.onStep(step, written)
  }
  return { ...context, onStep }
}
