import type { SchoolTx } from '../db/index.ts'
import { fail, foldName, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { listYearGroups } from '../roster/index.ts'
import { type Reviewed, reviewAgain } from './review-again.ts'
import { type ReviewFacts, readFacts } from './review-facts.ts'
import { lockSeenReview, withChoices } from './review-locked.ts'
import type { RunContext } from './run-context.ts'
import { NOT_SYNCED } from './year-group-reader.ts'

/** A year group as the source spells it, and what it means here. */
export interface YearGroupRow {
  readonly raw: string
  readonly pupils: number
  /** A code, `not_synced`, or null: none, or nobody has said. */
  readonly code: string | null
  readonly isUnknown: boolean
  readonly source: 'suggested' | 'said' | 'unknown' | 'left_out'
}

/** The year groups of a run's pupils, in the order of what they mean here. */
export function yearGroupRows(facts: ReviewFacts): readonly YearGroupRow[] {
  const counts = new Map<string, number>()
  for (const record of facts.read.snapshot.current.values()) {
    if (record.kind !== 'pupil') continue
    const raw = record.body.fields.yearGroup ?? ''
    if (raw !== '') counts.set(raw, (counts.get(raw) ?? 0) + 1)
  }
  const orders = new Map(listYearGroups(facts.school.vocabulary).map((it) => [it.code, it.order]))
  return [...counts]
    .map(([raw, pupils]) => rowOf(raw, pupils, facts))
    .sort((a, b) => (orders.get(a.code ?? '') ?? 99) - (orders.get(b.code ?? '') ?? 99) || (a.raw < b.raw ? -1 : 1))
}

function rowOf(raw: string, pupils: number, { years }: ReviewFacts): YearGroupRow {
  const said = years.said(raw)
  if (said === NOT_SYNCED) return { raw, pupils, code: NOT_SYNCED, isUnknown: false, source: 'left_out' }
  const check = years.check(raw)
  if (check.kind === 'unknown') return { raw, pupils, code: null, isUnknown: true, source: 'unknown' }
  if (check.kind === 'nursery') return { raw, pupils, code: NOT_SYNCED, isUnknown: false, source: 'left_out' }
  return { raw, pupils, code: years.of(raw)?.code ?? null, isUnknown: false, source: said === undefined ? 'suggested' : 'said' }
}

/** Says what year groups of the source mean here; remembered once the run is applied (S-85). Only what differs is noted. */
export async function saveYearGroups(
  tx: SchoolTx,
  it: {
    readonly runId: string
    /** The version that the caller has seen. */
    readonly seen: number
    readonly rows: readonly { readonly raw: string; readonly code: string | null }[]
    readonly context: RunContext
  },
): Promise<Result<Reviewed, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  const locked = await lockSeenReview(tx, it.runId, it.seen)
  if (!locked.ok) return locked
  const { run, school } = locked.value
  const known = new Set([...listYearGroups(school.vocabulary).map((one) => one.code), NOT_SYNCED])
  const facts = await readFacts(tx, run, { school, key: it.context.key })
  const before = new Map(yearGroupRows(facts).map((row) => [row.raw, row]))
  if (it.rows.some(({ raw, code }) => !before.has(raw) || (code !== null && !known.has(code))))
    return fail(problem('review.unknown_choice'))
  const changed = it.rows.filter(({ raw, code }) => before.get(raw)?.code !== code || (before.get(raw)?.isUnknown && code === null))
  if (changed.length === 0) return ok({ run, facts })
  const said = Object.fromEntries(changed.map(({ raw, code }) => [foldName(raw), code]))
  const choices = { ...run.options.choices, yearGroups: { ...run.options.choices?.yearGroups, ...said } }
  return ok(await reviewAgain(tx, withChoices(locked.value, choices), it.context))
}
