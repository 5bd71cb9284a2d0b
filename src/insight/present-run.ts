import { namesOfActors } from '../access/index.ts'
import { isPanelDone, PANELS, type Panel, type RunDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { describeProblem, type Problem } from '../kernel/index.ts'
import { type Run, type RunProgress, readProgress, UNDO_DAYS } from '../runs/index.ts'

import { type RunFacts, readRunFacts } from './run-facts.store.ts'

const DAY_MILLISECONDS = 24 * 3_600_000

/** A run as screens and programs see it. */
export async function presentRun(tx: SchoolTx, run: Run): Promise<RunDetails> {
  const [presented] = await presentRuns(tx, [run])
  if (presented === undefined) throw new Error('A run was not presented.')
  return presented
}

/** Runs as screens and programs see them, in their order; three statements for any number of them. */
export async function presentRuns(tx: SchoolTx, runs: readonly Run[]): Promise<RunDetails[]> {
  const ids = runs.map((it) => it.id)
  const names = await namesOfActors(
    tx,
    runs.map((it) => it.actor),
  )
  const facts = await readRunFacts(tx, ids)
  const progress = new Map((await readProgress(tx, ids)).map((it) => [it.runId, it]))
  return runs.map((run) => {
    const around = facts.get(run.id)
    if (around === undefined) throw new Error('A run is not of this school.')
    return present(run, { actor: names.get(run.actor) ?? run.actor, around, progress: progress.get(run.id) })
  })
}

interface Around {
  readonly actor: string
  readonly around: RunFacts
  readonly progress: RunProgress | undefined
}

function present(run: Run, { actor, around, progress }: Around): RunDetails {
  const { result } = run
  return {
    id: run.id,
    purpose: run.purpose,
    scope: run.scope,
    state: run.state,
    isInteractive: run.options.isInteractive === true,
    version: run.version,
    actor,
    createdAt: run.createdAt.toISOString(),
    changedAt: run.changedAt.toISOString(),
    format: around.format,
    dataFrom: around.dataFrom?.toISOString() ?? null,
    absenceUnproven: result.absenceUnproven ?? null,
    savedPanels: [...run.savedPanels],
    openPanels: openPanels(run, around.isFirst),
    isFirst: around.isFirst,
    undoesRun: run.undoesRunId,
    undoneBy: around.undoneBy,
    mayUndoUntil: mayUndoUntil(run),
    isWaitingToApply: run.state === 'ready' && run.applyPlanHash !== null,
    progress: isMoving(run) && progress !== undefined ? { step: progress.step, done: progress.done, total: progress.total } : null,
    counts: result.changes ?? null,
    groups: result.summary === undefined ? null : groupsOf(result.summary),
    rows: result.rows ?? null,
    seconds: result.seconds ?? null,
    undoKept: result.undoKept ?? null,
    undoCannot: result.undoCannot ?? null,
    messagesHeld: around.messagesHeld,
    failure: run.failure === null ? null : tellFailure(run.failure),
  }
}

/**
 * A first run goes through the panels in their order (S-41), of which subject classes may be skipped (S-44); afterwards they
 * are free (S-42), each in a run of its scope (D13).
 */
function openPanels({ scope, savedPanels }: Run, isFirst: boolean): Panel[] {
  if (scope !== 'all') return [scope]
  return isFirst ? PANELS.filter((_, index) => PANELS.slice(0, index).every((it) => isPanelDone(it, savedPanels))) : [...PANELS]
}

/** Null: there is nothing to take back. */
function mayUndoUntil({ state, result, changedAt }: Run): string | null {
  const hasChanges = (result.summary ?? []).length > 0
  return state === 'applied' && hasChanges ? new Date(changedAt.getTime() + UNDO_DAYS * DAY_MILLISECONDS).toISOString() : null
}

function isMoving({ state, applyPlanHash }: Run): boolean {
  return ['queued', 'reading', 'matching', 'applying'].includes(state) || (state === 'ready' && applyPlanHash !== null)
}

function tellFailure(failure: Problem): { code: string; title: string; cure: string } {
  return { code: failure.code, ...describeProblem(failure) }
}

function groupsOf(summary: NonNullable<Run['result']['summary']>): number {
  return summary.filter((it) => it.population === 'class' || it.population === 'year_group').reduce((sum, it) => sum + it.count, 0)
}
