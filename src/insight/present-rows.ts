import { namesOfActors } from '../access/index.ts'
import type { Candidate, DecisionBatch, ReviewRowDetails, RowCountsAnswer, RowWithEvidence } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { describeProblem, problem } from '../kernel/index.ts'
import { countDecided, countRows, type ListedBatch, type RowFilters, type StoredRow } from '../review/index.ts'
import { type FoundCandidate, maskedUpn, type Run, UNLIKELY_BELOW } from '../runs/index.ts'

/** From which chance on a likelihood has its word. Percentages are for those who ask (UX 0.5). */
const VERY_LIKELY = 0.9
const LIKELY = 0.5

/** Rows of a review as screens and programs see them. */
export async function presentRows(tx: SchoolTx, rows: readonly StoredRow[]): Promise<ReviewRowDetails[]> {
  const names = await namesOfActors(
    tx,
    rows.flatMap((it) => (it.decided === null ? [] : [it.decided.actor])),
  )
  return rows.map((row) => presentRow(row, names))
}

/** One row with the evidence for its pair. */
export async function presentRowWithEvidence(tx: SchoolTx, row: StoredRow): Promise<RowWithEvidence> {
  const [presented] = await presentRows(tx, [row])
  if (presented === undefined) throw new Error('A row was not presented.')
  return { ...presented, evidence: row.reasons.map(presentEvidence) }
}

function presentRow(row: StoredRow, names: ReadonlyMap<string, string>): ReviewRowDetails {
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
  const same = reasons.find((it) => ['upn.same', 'custom_id.same', 'email.same'].includes(it.code))
  return said(same === undefined ? `pass_${pass}` : `same_${same.code.split('.')[0]}`)
}

function likelihoodOf(probability: number): 'very_likely' | 'likely' | 'possible' {
  return probability >= VERY_LIKELY ? 'very_likely' : probability >= LIKELY ? 'likely' : 'possible'
}

/** A piece of evidence with its weight in words. UPNs stand in it in part only. */
function presentEvidence({ code, params, bits }: StoredRow['reasons'][number]): RowWithEvidence['evidence'][number] {
  const shown = code.startsWith('upn.')
    ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, maskedUpn(value)]))
    : { ...params }
  return { code, params: shown, weight: weightOf(bits) }
}

/** Eight bits make a pair 256 times as likely, three bits eight times. */
function weightOf(bits: number): RowWithEvidence['evidence'][number]['weight'] {
  const side = bits > 0 ? 'for' : 'against'
  const size = Math.abs(bits)
  if (size < 0.05) return 'none'
  return size >= 8 ? `strongly_${side}` : size >= 3 ? side : `slightly_${side}`
}

/** Who the other half could be, best first. */
export function presentCandidates(found: readonly FoundCandidate[]): Candidate[] {
  return found.map(({ rowId, side, probability, reasons, guards, takenBy }) => ({
    row: rowId,
    side,
    likelihood: probability < UNLIKELY_BELOW ? 'unlikely' : likelihoodOf(probability),
    evidence: reasons.map(presentEvidence),
    warnings: guards.map((code) => ({ code, params: {} })),
    takenBy,
  }))
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
