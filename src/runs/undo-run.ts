import type { SchoolTx } from '../db/index.ts'
import { type Directory, type LoggedChange, readDirectory } from '../directory/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { buildUndo, hashPlan, insertPlan, type KeptRecord, type Population, summarise, type UndoPlan } from '../plans/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { insertRun, lockRun, moveRun } from './run.store.ts'
import type { Run, RunResult } from './run.ts'
import { sha256 } from './sha256.ts'
import { changesOfRuns, runsTakenBack } from './take-back.ts'

/** An undo can be asked for within this many days (D31). */
export const UNDO_DAYS = 30

/** Until when a run that was applied then can be undone. */
export function undoableUntil(appliedAt: Date): Date {
  return new Date(appliedAt.getTime() + UNDO_DAYS * 24 * 3_600_000)
}

/** An undo that is ready to be looked at, and the hash to apply it with. */
export interface PlannedUndo {
  readonly run: Run
  readonly undo: UndoPlan
  readonly planHash: string
}

/**
 * Makes the reverse plan of one whole run, the parts of its plan that were applied first included, as a run of its own, ready to be looked at and applied like any (N-02). Changes
 * nothing yet.
 */
export async function planUndo(tx: SchoolTx, runId: string, ids: IdSource): Promise<Result<PlannedUndo, Problem>> {
  return planUndoOf(tx, { runId, onlyPerson: null }, ids)
}

/** The same for what the run did to one person: the run itself stays applied, and others of it can be taken back as well. */
export async function planUndoOfPerson(
  tx: SchoolTx,
  it: { readonly runId: string; readonly personId: string },
  ids: IdSource,
): Promise<Result<PlannedUndo, Problem>> {
  assertMayDo(tx.scope, 'run.undo')
  return planUndoOf(tx, { runId: it.runId, onlyPerson: it.personId }, ids)
}

async function planUndoOf(
  tx: SchoolTx,
  { runId, onlyPerson }: { readonly runId: string; readonly onlyPerson: string | null },
  ids: IdSource,
): Promise<Result<PlannedUndo, Problem>> {
  await lockSchool(tx)
  const undone = await lockRun(tx, runId)
  if (undone === undefined) return fail(problem('run.not_found'))
  if (undone.state === 'undone') return fail(problem('run.already_undone'))
  if (undone.state !== 'applied') return fail(problem('run.nothing_to_undo', { params: { state: undone.state } }))
  const at = ids.clock()
  if (at > undoableUntil(undone.changedAt)) return fail(problem('run.too_old_to_undo', { params: { days: UNDO_DAYS } }))
  const directory = await readDirectory(tx)
  const changes = (await changesOfRuns(tx, await runsTakenBack(tx, { undoesRunId: runId }))).filter(
    (it) => onlyPerson === null || isOf(onlyPerson, it),
  )
  if (onlyPerson !== null && changes.length === 0) return fail(problem('run.person_not_changed'))
  const undo = buildUndo(changes, directory)
  const id = newId(ids)
  const only = onlyPerson === null ? {} : { onlyPerson }
  const options = { importNewStaff: null, importNewPupils: null, acceptMayMatch: null, applyWhenReady: false, ...only }
  await insertRun(tx, {
    id,
    purpose: 'undo',
    state: 'reviewing',
    connectionId: undone.connectionId,
    uploadId: null,
    undoesRunId: runId,
    options,
    at,
  })
  const planHash = hashPlan(undo.changes, sha256)
  const summary = summarise(undo.changes)
  const plan = { hash: planHash, snapshot: null, summary, holds: [], changes: undo.changes, evidence: new Map(), at }
  await insertPlan(tx, id, plan)
  const reviewing = await lockRun(tx, id)
  if (reviewing === undefined) throw new Error('A run that was just made is gone.')
  const undoLeaves = [...countKinds('kept', undo.kept, directory), ...countKinds('cannot', undo.cannot, directory)]
  const result = { summary, planHash, undoKept: undo.kept.length, undoCannot: undo.cannot.length, undoLeaves }
  return ok({ run: await moveRun(tx, reviewing, { to: 'ready', at, result }), undo, planHash })
}

function isOf(personId: string, { recordKind, recordId }: LoggedChange): boolean {
  return recordKind === 'person' && recordId === personId
}

/** Records that an undo leaves as they are, by what they are. Of a person who is gone nobody knows more than that. */
function countKinds(act: 'kept' | 'cannot', records: readonly KeptRecord[], { people }: Directory): NonNullable<RunResult['undoLeaves']> {
  const counts = new Map<Population, number>()
  for (const { recordKind, recordId } of records) {
    const population = recordKind === 'person' ? (people.get(recordId)?.kind ?? 'pupil') : recordKind
    counts.set(population, (counts.get(population) ?? 0) + 1)
  }
  return [...counts].map(([population, count]) => ({ act, population, count }))
}
