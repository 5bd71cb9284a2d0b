import type { SchoolTx } from '../db/index.ts'
import { foldName, ok, type Problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { mapYearGroup, readYearGroupMap } from '../review/index.ts'
import { listYearGroups } from '../roster/index.ts'
import { reviewAgain } from './decide-rows.ts'
import { type ReviewFacts, readFacts, type UploadRun } from './review-facts.ts'
import { lockReview } from './review-locked.ts'
import { editRun } from './run.store.ts'
import type { Run } from './run.ts'
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
export async function yearGroupRows(tx: SchoolTx, facts: ReviewFacts): Promise<readonly YearGroupRow[]> {
  const said = await readYearGroupMap(tx)
  const counts = new Map<string, number>()
  for (const record of facts.read.snapshot.current.values()) {
    if (record.kind !== 'pupil') continue
    const raw = record.body.fields.yearGroup ?? ''
    if (raw !== '') counts.set(raw, (counts.get(raw) ?? 0) + 1)
  }
  const orders = new Map(listYearGroups(facts.school.vocabulary).map((it) => [it.code, it.order]))
  return [...counts]
    .map(([raw, pupils]) => rowOf(raw, { pupils, said: said.get(foldName(raw)), facts }))
    .sort((a, b) => (orders.get(a.code ?? '') ?? 99) - (orders.get(b.code ?? '') ?? 99) || (a.raw < b.raw ? -1 : 1))
}

function rowOf(
  raw: string,
  it: { readonly pupils: number; readonly said: string | null | undefined; readonly facts: ReviewFacts },
): YearGroupRow {
  const { pupils, said } = it
  const { years } = it.facts
  if (said === NOT_SYNCED) return { raw, pupils, code: NOT_SYNCED, isUnknown: false, source: 'left_out' }
  const check = years.check(raw)
  if (check.kind === 'unknown') return { raw, pupils, code: null, isUnknown: true, source: 'unknown' }
  if (check.kind === 'nursery') return { raw, pupils, code: NOT_SYNCED, isUnknown: false, source: 'left_out' }
  return { raw, pupils, code: years.of(raw)?.code ?? null, isUnknown: false, source: said === undefined ? 'suggested' : 'said' }
}

/** Says what year groups of the source mean here; remembered for later syncs (S-85). Only what differs is noted. */
export async function saveYearGroups(
  tx: SchoolTx,
  it: {
    readonly runId: string
    readonly rows: readonly { readonly raw: string; readonly code: string | null }[]
    readonly context: RunContext
  },
): Promise<Result<Run, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  const locked = await lockReview(tx, it.runId)
  if (!locked.ok) return locked
  const { run, school } = locked.value
  const known = new Set([...listYearGroups(school.vocabulary).map((one) => one.code), NOT_SYNCED])
  const facts = await readFacts(tx, run, { school, key: it.context.key })
  const before = new Map((await yearGroupRows(tx, facts)).map((row) => [row.raw, row]))
  const changed = it.rows.filter(({ raw, code }) => {
    const row = before.get(raw)
    return row !== undefined && (code === null || known.has(code)) && (row.code !== code || (row.isUnknown && code === null))
  })
  for (const { raw, code } of changed) await mapYearGroup(tx, it.context.ids, raw, code)
  return ok(changed.length === 0 ? await touched(tx, run, it.context) : await reviewAgain(tx, locked.value, it.context))
}

async function touched(tx: SchoolTx, run: UploadRun, { ids }: RunContext): Promise<Run> {
  return editRun(tx, run, { at: ids.clock() })
}
