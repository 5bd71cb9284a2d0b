import { namesOfActors } from '../access/index.ts'
import type { DecisionBatch, ReviewRowDetails, RowCountsAnswer } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { describeProblem, problem } from '../kernel/index.ts'
import { countDecided, countRows, type ListedBatch, type RowFilters, type StoredRow } from '../review/index.ts'
import type { Run } from '../runs/index.ts'
import { groundOf, likelihoodOf } from '../wording/index.ts'
import { presentMovers } from './present-movers.ts'

/** Rows of a review as screens and programs see them. */
export async function presentRows(tx: SchoolTx, rows: readonly StoredRow[]): Promise<ReviewRowDetails[]> {
  const names = await namesOfActors(
    tx,
    rows.flatMap((it) => (it.decided === null ? [] : [it.decided.actor])),
  )
  const movers = await presentMovers(tx, rows)
  return rows.map((row) => ({ ...presentRow(row, names), mover: movers.get(row.rowId) ?? null }))
}

function presentRow(row: StoredRow, names: ReadonlyMap<string, string>): Omit<ReviewRowDetails, 'mover'> {
  const { rowId, kind, status, here, there, willImport, leftOut, syncEmail, needsDecision, decided, version } = row
  return {
    id: rowId,
    ...{ kind, status, here, there, willImport, syncEmail, needsDecision, version },
    changes: row.changes.map((it) => ({ ...it })),
    reason: reasonOf(row),
    error:
      leftOut === null
        ? null
        : { code: leftOut, ...describeProblem(problem(leftOut, { value: there?.yearGroup ?? null, params: { count: 1 } })) },
    decided: decided === null ? null : { act: decided.act, by: names.get(decided.actor) ?? '', at: decided.at },
    likelihood: status === 'may_match' ? likelihoodOf(row.probability ?? 0) : null,
    warnings: row.guards.map((code) => ({ code, params: {} })),
  }
}

/** Why a row has its status, where that needs saying: how it came to its pair, why it has none, what is odd about it. */
function reasonOf({ status, reason, notSeen, pass, reasons }: StoredRow): ReviewRowDetails['reason'] {
  const said = (code: string) => ({ code, params: {} })
  if (reason !== null) return said(reason)
  if (notSeen) return said('not_seen')
  if (status !== 'matched' || pass === null) return null
  return said(groundOf({ pass, reasons }))
}

/** All counters of one kind of people in a run. */
export async function presentCounts(tx: SchoolTx, run: Run, filters: RowFilters): Promise<RowCountsAnswer> {
  const { filters: counts, importing, emails, yearGroups, registrationClasses } = await countRows(tx, run.id, filters)
  return {
    version: run.version,
    filters: counts,
    decided: await countDecided(tx, run.id, filters.kind),
    ...{ importing, emails },
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
