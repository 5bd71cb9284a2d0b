import type { SchoolTx } from '../db/index.ts'
import { dateIn, fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import {
  changedSince,
  type Decision,
  decideAll,
  detailOf,
  filteredRows,
  type RowFilters,
  rowsById,
  type StoredRow,
  supplying,
  type TypedFields,
} from '../review/index.ts'
import { newId } from '../schools/index.ts'
import { readTyped, type Typed } from './read-typed.ts'
import { reviewAgain } from './review-again.ts'
import { lockReview } from './review-locked.ts'
import type { Run } from './run.ts'
import type { RunContext } from './run-context.ts'

/** What a person can say about a row. */
export type RowAct =
  | 'same'
  | 'different'
  | 'match'
  | 'import'
  | 'leave_out'
  | 'ignore'
  | 'consider'
  | 'type_here'
  | 'sync_email'
  | 'no_email'

/** One act about one row; `with` is the row that holds the other half of a match, and `over` the side it is taken from. */
export interface RowDecision {
  readonly row: string
  readonly act: RowAct
  readonly with?: string | undefined
  readonly over?: 'here' | 'mis' | undefined
  /** What was typed, of `type_here`. */
  readonly typed?: Typed | undefined
}

/** Acts about rows one by one, or one act about everything that a filter shows. */
export type Acts =
  | { readonly decisions: readonly RowDecision[] }
  | { readonly all: RowFilters; readonly act: 'import' | 'leave_out' | 'sync_email' | 'no_email' }

/** What came of a person's acts. */
export interface Decided {
  readonly run: Run
  /** Takes exactly this back; null: nothing was noted. */
  readonly batchId: string | null
  readonly made: number
  readonly rowIds: readonly string[]
}

/** Somebody else has decided about these rows since the caller looked. */
export interface Overtaken {
  readonly problem: Problem
  readonly actor: string | null
  readonly at: string | null
  readonly rows: readonly string[]
}

/**
 * Notes what a person says about rows of a review, and computes the review again: what holds for one pair may move another.
 * Refused as a whole where one of the rows has changed after the version that the person has seen.
 */
export async function decideRows(
  tx: SchoolTx,
  it: { readonly runId: string; readonly seen: number; readonly acts: Acts; readonly context: RunContext },
): Promise<Result<Decided, Problem | Overtaken>> {
  assertMayDo(tx.scope, 'run.decide')
  const locked = await lockReview(tx, it.runId)
  if (!locked.ok) return locked
  if (it.seen > locked.value.run.version) return fail(problem('version.changed'))
  // first of all: what the person saw may be why they say what no longer fits
  const moved = await changedSince(tx, it.runId, { ids: namedRows(it.acts), version: it.seen })
  if (moved.length > 0) return fail(overtaken(moved))
  const chosen = await chooseRows(tx, it.runId, it.acts, dateIn(locked.value.school.timeZone, it.context.ids.clock()))
  if (!chosen.ok) return chosen
  const ids = chosen.value.flatMap(({ row, other }) => [row.rowId, ...(other === undefined ? [] : [other.rowId])])
  // a word for all does not overrule one that somebody has said about one of them meanwhile
  const saidSince =
    'all' in it.acts ? (await changedSince(tx, it.runId, { ids, version: it.seen })).filter((one) => one.decided !== null) : []
  if (saidSince.length > 0) return fail(overtaken(saidSince))
  const decisions = chosen.value.flatMap((one) => decisionsFor(one))
  const { connectionId } = locked.value.run
  if (decisions.length === 0) return ok({ run: locked.value.run, batchId: null, made: 0, rowIds: ids })
  const batchId = newId(it.context.ids)
  const batch = { connectionId, at: it.context.ids.clock(), batchId, runId: it.runId }
  await decideAll(tx, it.context.ids, { decisions, batch })
  const { run } = await reviewAgain(tx, locked.value, it.context)
  return ok({ run, batchId, made: decisions.length, rowIds: ids })
}

interface Chosen {
  readonly row: StoredRow
  readonly act: RowAct
  readonly other: StoredRow | undefined
  readonly over: 'here' | 'mis' | undefined
  readonly typed: TypedFields | null
}

async function chooseRows(tx: SchoolTx, runId: string, acts: Acts, today: string): Promise<Result<readonly Chosen[], Problem>> {
  if ('all' in acts) {
    const rows = await filteredRows(tx, runId, acts.all)
    return ok(
      rows.filter((row) => isMeant(row, acts.act)).map((row) => ({ row, act: acts.act, other: undefined, over: undefined, typed: null })),
    )
  }
  const rows = new Map((await rowsById(tx, runId, namedRows(acts))).map((it) => [it.rowId, it]))
  const chosen = acts.decisions.flatMap(({ row: id, act, with: otherId, over, typed }): Chosen[] => {
    const row = rows.get(id)
    const other = otherId === undefined ? undefined : rows.get(otherId)
    return row === undefined || (otherId !== undefined && other === undefined)
      ? []
      : [{ row, act, other, over, typed: typed === undefined ? null : readTyped(row, typed, today) }]
  })
  if (chosen.length < acts.decisions.length) return fail(problem('row.not_found'))
  const impossible = chosen.find((it) => !isPossible(it))
  return impossible === undefined ? ok(chosen) : fail(problem('row.act_impossible'))
}

/** The rows that acts name one by one. */
function namedRows(acts: Acts): readonly string[] {
  return 'all' in acts ? [] : acts.decisions.flatMap((it) => [it.row, ...(it.with === undefined ? [] : [it.with])])
}

/** Of everything a filter shows, those whom an act for all is about. */
function isMeant(row: StoredRow, act: RowAct): boolean {
  if (act === 'sync_email' || act === 'no_email') return row.syncEmail !== null && row.syncEmail !== (act === 'sync_email')
  // the button counts the New: who is matched under the same filter keeps their tick
  return (
    row.leftOut === null &&
    row.setAside === null &&
    row.reason !== 'double' &&
    row.status === 'new' &&
    row.willImport !== (act === 'import')
  )
}

function isPossible(chosen: Chosen): boolean {
  const { row, act, other, typed } = chosen
  if (act === 'same') return row.status === 'may_match'
  if (act === 'different') return row.personId !== null && row.sourceId !== null
  if (act === 'match') return other !== undefined && pairOf(chosen) !== null
  if (act === 'type_here') return typed !== null && row.missing.some((it) => it === detailOf(typed))
  if (act === 'sync_email' || act === 'no_email') return row.syncEmail !== null
  if (act === 'ignore') return row.setAside === null && (row.status === 'new' || row.status === 'not_matched')
  if (act === 'consider') return row.setAside !== null
  if (row.sourceId === null || row.leftOut !== null || row.setAside !== null) return false
  return ['new', 'matched', 'may_match'].includes(row.status) || (act === 'leave_out' && row.status === 'synced')
}

/** The two that become one: from a row without a record there the other gives the record, else the other gives the person. */
function pairOf({ row, other, over }: Chosen): { readonly personId: string; readonly sourceId: string } | null {
  if (other === undefined || other.kind !== row.kind) return null
  const takesRecord = over === 'mis' || (over === undefined && row.personId !== null)
  const personId = takesRecord ? row.personId : other.personId
  const sourceId = takesRecord ? other.sourceId : row.sourceId
  return personId === null || sourceId === null ? null : { personId, sourceId }
}

function decisionsFor(chosen: Chosen): readonly Decision[] {
  const { row, act, typed } = chosen
  const about = { sourceKind: row.kind, sourceId: row.sourceId } as const
  if (act === 'match') {
    const pair = pairOf(chosen)
    return pair === null ? [] : [{ kind: 'match', recordId: pair.personId, sourceKind: row.kind, sourceId: pair.sourceId }]
  }
  if (act === 'same') return [{ ...about, kind: 'match', recordId: row.personId }]
  if (act === 'different') return [{ ...about, kind: 'unmatch', recordId: row.personId }]
  if (act === 'sync_email' || act === 'no_email')
    return row.syncEmail === (act === 'sync_email') ? [] : [{ ...about, kind: act, recordId: null }]
  if (act === 'leave_out') return [{ ...about, kind: row.status === 'synced' ? 'leave_out_once' : 'leave_out', recordId: null }]
  if (act === 'type_here') {
    const detail = typed === null ? null : detailOf(typed)
    return detail === null ? [] : [{ ...about, kind: supplying(detail), recordId: null, typed }]
  }
  if (act === 'ignore') return [{ ...about, kind: row.sourceId === null ? 'ignore' : 'never_import', recordId: row.personId }]
  if (act === 'consider') return [{ ...about, kind: 'consider', recordId: row.sourceId === null ? row.personId : null }]
  return [{ ...about, kind: row.personId === null ? 'import' : 'include', recordId: null }]
}

function overtaken(moved: Awaited<ReturnType<typeof changedSince>>): Overtaken {
  const decided = moved.map((it) => it.decided).find((it) => it !== null) ?? null
  const rows = moved.map((it) => it.rowId)
  return { problem: problem('decision.overtaken'), actor: decided?.actor ?? null, at: decided?.at ?? null, rows }
}
