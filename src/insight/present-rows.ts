import { namesOfActors } from '../access/index.ts'
import type { DecisionBatch, ReviewRowDetails, RowCountsAnswer } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { problem } from '../kernel/index.ts'
import { countDecided, countRows, type ListedBatch, type RowFilters, type StoredRow } from '../review/index.ts'
import type { Run } from '../runs/index.ts'
import { describeHere } from '../schools/index.ts'
import { likelihoodOf, type ProblemText } from '../wording/index.ts'
import { presentMovers } from './present-movers.ts'

/** Rows of a review as screens and programs see them. */
export async function presentRows(tx: SchoolTx, rows: readonly StoredRow[]): Promise<ReviewRowDetails[]> {
  const names = await namesOfActors(
    tx,
    rows.flatMap((it) => (it.decided === null ? [] : [it.decided.actor])),
  )
  const movers = await presentMovers(tx, rows)
  const describe = await describeHere(tx)
  const errorOf = ({ leftOut, there }: StoredRow) =>
    leftOut === null ? null : describe(problem(leftOut, { value: there?.yearGroup ?? null, params: { count: 1 } }))
  return rows.map((row) => ({ ...presentRow(row, names, errorOf(row)), mover: movers.get(row.rowId) ?? null }))
}

function presentRow(row: StoredRow, names: ReadonlyMap<string, string>, error: ProblemText | null): Omit<ReviewRowDetails, 'mover'> {
  const { rowId, kind, status, here, there, willImport, setAside, leftOut, syncEmail, needsDecision, decided, version } = row
  return {
    id: rowId,
    misId: row.sourceId,
    ...{ kind, status, here, there, willImport, setAside, syncEmail, needsDecision, version },
    changes: row.changes.map((it) => ({ ...it })),
    pattern: row.pattern,
    double:
      row.double === null
        ? null
        : { basis: row.double.basis, name: row.double.shown?.name ?? '', registrationClass: row.double.shown?.registrationClass ?? null },
    missing: [...row.missing],
    typed: [...row.typed],
    reason: reasonOf(row),
    error: leftOut === null || error === null ? null : { code: leftOut, ...error },
    decided: decided === null ? null : { act: decided.act, by: names.get(decided.actor) ?? '', at: decided.at },
    likelihood: status === 'may_match' ? likelihoodOf(row.probability ?? 0) : null,
    warnings: [...row.guards, ...(row.emailDoubt === null ? [] : [`guard.email_${row.emailDoubt}`])].map((code) => ({ code, params: {} })),
  }
}

/** Why a row stands where it does, with the year group or the day that its sentence names. */
export function reasonOf({ ground, groundOn, here }: Pick<StoredRow, 'ground' | 'groundOn' | 'here'>): ReviewRowDetails['reason'] {
  if (ground === null) return null
  return {
    code: ground,
    params: { ...(groundOn === null ? {} : { on: groundOn }), ...(ground === 'top_year' ? { from: here?.yearGroup ?? '' } : {}) },
  }
}

/** All counters of one kind of people in a run. */
export async function presentCounts(tx: SchoolTx, run: Run, filters: RowFilters): Promise<RowCountsAnswer> {
  const { filters: counts, yearGroups, registrationClasses, reasons, touches, ...numbers } = await countRows(tx, run.id, filters)
  return {
    version: run.version,
    filters: counts,
    decided: await countDecided(tx, run.id, filters.kind),
    ...numbers,
    reasons: reasons.map((it) => ({ ...it })),
    touches: touches.map((it) => ({ ...it })),
    yearGroups: yearGroups.map((it) => ({ ...it })),
    registrationClasses: registrationClasses.map((it) => ({ ...it })),
  }
}

/** What people decided, newest first. */
export async function presentBatches(tx: SchoolTx, batches: readonly ListedBatch[]): Promise<DecisionBatch[]> {
  const names = await namesOfActors(
    tx,
    batches.map((it) => it.actor),
  )
  return batches.map(({ batch, kind, count, actor, at, rowName, isUndoable }) => ({
    ...{ batch, act: kind, count, name: rowName, isUndoable },
    by: names.get(actor) ?? '',
    at: at.toISOString(),
  }))
}
