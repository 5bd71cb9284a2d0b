import { namesOfActors } from '../access/index.ts'
import { isPanelDone, PANELS, type Panel, type RunDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { listYearGroups } from '../roster/index.ts'
import { type Run, type RunProgress, readProgress, reopenableUntil, undoableUntil } from '../runs/index.ts'
import { describeHere, readSchool, readSettings, type SchoolSettings } from '../schools/index.ts'
import type { ProblemText } from '../wording/index.ts'
import { readRecordNames } from './record-names.store.ts'
import { type RunFacts, readRunFacts } from './run-facts.store.ts'

/** A run as screens and programs see it. */
export async function presentRun(tx: SchoolTx, run: Run): Promise<RunDetails> {
  const [presented] = await presentRuns(tx, [run])
  if (presented === undefined) throw new Error('A run was not presented.')
  return presented
}

/** Runs as screens and programs see them, in their order; at most six statements for any number of them. */
export async function presentRuns(tx: SchoolTx, runs: readonly Run[]): Promise<RunDetails[]> {
  const ids = runs.map((it) => it.id)
  const names = await namesOfActors(
    tx,
    runs.map((it) => it.actor),
  )
  const facts = await readRunFacts(tx, ids)
  const progress = new Map((await readProgress(tx, ids)).map((it) => [it.runId, it]))
  const describe = runs.some((it) => it.failure !== null) ? await describeHere(tx) : undefined
  const cohorts = await cohortsOf(tx, runs)
  return runs.map((run) => {
    const around = facts.get(run.id)
    if (around === undefined) throw new Error('A run is not of this school.')
    const failure = run.failure === null ? undefined : describe?.(run.failure)
    return present(run, {
      actor: names.get(run.actor) ?? run.actor,
      around,
      progress: progress.get(run.id),
      cohort: cohorts.get(run.id) ?? null,
      failure,
    })
  })
}

interface Around {
  readonly actor: string
  readonly around: RunFacts
  readonly progress: RunProgress | undefined
  readonly cohort: RunDetails['cohort']
  readonly failure: ProblemText | undefined
}

/** Which pupils each run is about: an open one as it is chosen now, an ended one as it was. Runs about all pupils are missing. */
async function cohortsOf(tx: SchoolTx, runs: readonly Run[]): Promise<ReadonlyMap<string, NonNullable<RunDetails['cohort']>>> {
  const kept = runs.some((it) => it.purpose === 'sync') ? await readSettings(tx) : undefined
  const chosen = runs.flatMap((run) => {
    const cohort = kept === undefined ? null : cohortOf(run, kept)
    return cohort === null ? [] : [{ run, cohort }]
  })
  if (chosen.length === 0) return new Map()
  const names = await readRecordNames(tx)
  const usual = new Map(listYearGroups((await readSchool(tx)).vocabulary).map((it) => [it.code, it.name]))
  const nameOf = (code: string): string => (names.yearGroup(code) === code ? (usual.get(code) ?? code) : names.yearGroup(code))
  return new Map(
    chosen.map(({ run, cohort }) => [
      run.id,
      { yearGroups: cohort.yearGroups.map(nameOf), registrationClasses: [...cohort.registrationClasses] },
    ]),
  )
}

function cohortOf({ purpose, state, options, result }: Run, kept: SchoolSettings): SchoolSettings['cohort'] {
  if (purpose !== 'sync') return null
  const isOpen = !['applied', 'undone', 'discarded', 'failed'].includes(state)
  if (isOpen) return options.choices?.cohort === undefined ? kept.cohort : options.choices.cohort
  return result.cohort ?? null
}

function present(run: Run, { actor, around, progress, cohort, failure }: Around): RunDetails {
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
    cohort,
    savedPanels: [...run.savedPanels],
    openPanels: openPanels(run, around.isFirst),
    isFirst: around.isFirst,
    undoesRun: run.undoesRunId,
    heldFrom: run.heldFrom,
    firstOf: run.firstOf,
    isNoLongerHeld: result.isNoLongerHeld === true,
    undoneBy: around.undoneBy,
    onlyPerson: run.options.onlyPerson ?? null,
    mayUndoUntil: mayUndoUntil(run),
    mayReopenUntil: reopenableUntil(run)?.toISOString() ?? null,
    isWaitingToApply: run.state === 'ready' && run.applyPlanHash !== null,
    progress: isMoving(run) && progress !== undefined ? presentProgress(progress) : null,
    counts: result.changes ?? null,
    groups: result.summary === undefined ? null : groupsOf(result.summary),
    rows: result.rows ?? null,
    seconds: result.seconds ?? null,
    undoKept: result.undoKept ?? null,
    undoCannot: result.undoCannot ?? null,
    messagesHeld: around.messagesHeld,
    failure: run.failure === null || failure === undefined ? null : { code: run.failure.code, ...failure },
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
  return state === 'applied' && hasChanges ? undoableUntil(changedAt).toISOString() : null
}

function presentProgress({ step, done, total, written }: RunProgress): NonNullable<RunDetails['progress']> {
  return { step, done, total, ...(written === null ? {} : { written: written.map((it) => ({ ...it })) }) }
}

function isMoving({ state, applyPlanHash }: Run): boolean {
  return ['queued', 'reading', 'matching', 'applying'].includes(state) || (state === 'ready' && applyPlanHash !== null)
}

function groupsOf(summary: NonNullable<Run['result']['summary']>): number {
  return summary.filter((it) => it.population === 'class' || it.population === 'year_group').reduce((sum, it) => sum + it.count, 0)
}
