import type { SchoolTx } from '../db/index.ts'
import { changesOfRun, type Directory, readDirectory } from '../directory/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { buildUndo, hashPlan, insertPlan, type KeptRecord, type Population, summarise, type UndoPlan } from '../plans/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { insertRun, lockRun, moveRun } from './run.store.ts'
import type { Run, RunResult } from './run.ts'
import { sha256 } from './sha256.ts'

/** An undo can be asked for within this many days (D31). */
export const UNDO_DAYS = 30

/** An undo that is ready to be looked at, and the hash to apply it with. */
export interface PlannedUndo {
  readonly run: Run
  readonly undo: UndoPlan
  readonly planHash: string
}

/**
 * Makes the reverse plan of one whole run as a run of its own, ready to be looked at and applied like any (N-02). Changes
 * nothing yet.
 */
export async function planUndo(tx: SchoolTx, runId: string, ids: IdSource): Promise<Result<PlannedUndo, Problem>> {
  await lockSchool(tx)
  const undone = await lockRun(tx, runId)
  if (undone === undefined) return fail(problem('run.not_found'))
  if (undone.state === 'undone') return fail(problem('run.already_undone'))
  if (undone.state !== 'applied') return fail(problem('run.nothing_to_undo', { params: { state: undone.state } }))
  const at = ids.clock()
  if (at.getTime() - undone.changedAt.getTime() > UNDO_DAYS * 24 * 3_600_000)
    return fail(problem('run.too_old_to_undo', { params: { days: UNDO_DAYS } }))
  const directory = await readDirectory(tx)
  const undo = buildUndo(await changesOfRun(tx, runId), directory)
  const id = newId(ids)
  const options = { importNewStaff: null, importNewPupils: null, acceptMayMatch: null, applyWhenReady: false }
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
  await insertPlan(tx, id, { hash: planHash, snapshot: null, summary, holds: [], changes: undo.changes, at })
  const reviewing = await lockRun(tx, id)
  if (reviewing === undefined) throw new Error('A run that was just made is gone.')
  const undoLeaves = [...countKinds('kept', undo.kept, directory), ...countKinds('cannot', undo.cannot, directory)]
  const result = { summary, planHash, undoKept: undo.kept.length, undoCannot: undo.cannot.length, undoLeaves }
  return ok({ run: await moveRun(tx, reviewing, { to: 'ready', at, result }), undo, planHash })
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
