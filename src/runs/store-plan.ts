import type { SchoolTx } from '../db/index.ts'
import { dateIn } from '../kernel/index.ts'
import {
  buildPlan,
  type Change,
  type Consequence,
  consequences,
  countChanges,
  evidenceOfLinks,
  type GuardCounts,
  type GuardInput,
  hashPlan,
  insertPlan,
  type PlanScope,
  type Slice,
  slicePlan,
  summarise,
} from '../plans/index.ts'
import { doubtsOf, noteDoubts, type ReviewRow } from '../review/index.ts'
import { nextYearGroup } from '../roster/index.ts'
import { keepHolds } from './keep-holds.ts'
import type { Review } from './refresh-review.ts'
import { planInput, type ReviewFacts } from './review-facts.ts'
import type { Run, RunResult } from './run.ts'
import type { RunContext } from './run-context.ts'
import { isYearStart } from './school-rules.ts'
import { schoolYearOfRun } from './school-year.ts'
import { sha256 } from './sha256.ts'

/** A plan as it was stored: what a sync writes. What guards hold is kept beside it. */
export interface StoredOutcome {
  readonly changes: readonly Change[]
  readonly result: RunResult
}

/** Builds the plan of a run within its scope, cuts out what the guards hold (D20), and keeps each part with its hash. */
export async function storePlan(
  tx: SchoolTx,
  run: Run,
  it: { readonly facts: ReviewFacts; readonly review: Review; readonly context: RunContext },
): Promise<StoredOutcome> {
  const { facts, review, context } = it
  const { rows } = review
  const { connectionId, number: snapshot } = facts.read.snapshot
  const at = context.ids.clock()
  const input = guardInput(facts, { rows, scope: run.scope, at })
  const { rest, slices, counts, meaningOf } = sliceInput(input)
  const changes = run.options.byItself === 'additions' ? rest.filter((it) => it.operation === 'create') : rest
  const guarded = { on: dateIn(facts.school.timeZone, at), ...counts }
  const holds = slices.flatMap((slice) => slice.holds)
  const hash = hashPlan(changes, sha256)
  const summary = summarise(changes)
  await noteDoubts(tx, connectionId, doubtsOf(rows))
  const evidence = evidenceOfLinks(changes, rows)
  await insertPlan(tx, run.id, { hash, snapshot, summary, holds: [], consequences: meaningOf(changes), changes, evidence, at })
  await keepHolds(tx, { from: run, connectionId, snapshot, slices, rows, meaningOf, context })
  const { start, source } = schoolYearOfRun(run, facts)
  const told = { cohort: facts.settings.cohort, schoolYear: { start, isChosen: source === 'chosen' } }
  const counted = { changes: countChanges(changes, rows), summary, holds, guarded }
  return { changes, result: { ...review.result, ...told, ...counted, planHash: hash } }
}

/** A plan in parts, and what each part means for people (N-14). */
export interface SlicedFacts {
  readonly rest: readonly Change[]
  readonly slices: readonly Slice[]
  readonly counts: GuardCounts
  meaningOf(changes: readonly Change[]): readonly Consequence[]
}

/** Everything that follows from the facts within a scope, in what may be applied and what the guards hold. */
export function sliceFacts(facts: ReviewFacts, it: Looked): SlicedFacts {
  return sliceInput(guardInput(facts, it))
}

function sliceInput(input: GuardInput): SlicedFacts {
  return { ...slicePlan(input), meaningOf: (changes) => consequences({ ...input, changes }) }
}

/** Rows, the scope within which they are planned, and when. */
interface Looked {
  readonly rows: readonly ReviewRow[]
  readonly scope: PlanScope
  readonly at: Date
}

function guardInput(facts: ReviewFacts, { rows, scope, at }: Looked): GuardInput {
  const { school, settings } = facts
  const plan = planInput(facts, { rows, scope })
  return {
    plan,
    changes: buildPlan(plan),
    limits: settings.limits,
    isYearStart: isYearStart(school, settings, at),
    nextYearGroup: (code) => nextYearGroup(code, school.vocabulary),
  }
}
