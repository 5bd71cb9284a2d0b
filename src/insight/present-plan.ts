import type { PlanDetails, PlanLine, FirstPart as ShownPart } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { type Hold, readPlans, type StoredPlan, type SummaryLine } from '../plans/index.ts'
import { type FirstPart, firstPartsOf, listHeldRuns, type Run, undoableUntil } from '../runs/index.ts'
import { type LeftOutCount, leftOutCounts, type NoteCount, noteCounts } from './plan-counts.store.ts'

/** The order in which a reader cares about what is done, and about what is not. */
const ACTS = ['create', 'link', 'update', 'revert', 'unlink', 'desync', 'archive', 'remove', 'unchanged', 'not_matched', 'not_seen']
const LEFT_OUT = ['may_match', 'error', 'double', 'left_out', 'once', 'ignored', 'kept', 'cannot']
const POPULATIONS = ['pupil', 'staff', 'class', 'year_group']

/** The lines of the Review page: what *Sync* writes, and what it leaves as it is, each with its meaning (S-138). */
export async function presentPlan(tx: SchoolTx, run: Run): Promise<PlanDetails | undefined> {
  return (await presentPlans(tx, [run])).get(run.id)
}

/** The same of several runs, in as many statements; those without a plan are missing. */
export async function presentPlans(tx: SchoolTx, runs: readonly Run[]): Promise<ReadonlyMap<string, PlanDetails>> {
  const ids = runs.map((it) => it.id)
  const plans = await readPlans(tx, ids)
  const [notes, left] = [await noteCounts(tx, ids), await leftOutCounts(tx, runs)]
  const [held, first] = [await listHeldRuns(tx, { from: ids }), await firstPartsOf(tx, ids)]
  return new Map(
    runs.flatMap((run) => {
      const plan = plans.get(run.id)
      if (plan === undefined) return []
      const around = {
        notes: notes.filter((it) => it.runId === run.id),
        left: left.filter((it) => it.runId === run.id),
        held: held.filter((it) => it.heldFrom === run.id),
        first: first.filter((it) => it.firstOf === run.id),
      }
      return [[run.id, present(run, plan, around)] as const]
    }),
  )
}

/** What stands around a plan: what its changes do, whom it leaves as they are, and its parts. */
interface Around {
  readonly notes: readonly NoteCount[]
  readonly left: readonly LeftOutCount[]
  readonly held: readonly Run[]
  readonly first: readonly Run[]
}

function present(run: Run, plan: StoredPlan & { readonly builtAt: Date }, { notes, left, held, first }: Around): PlanDetails {
  const written = plan.summary.map((it) => presentLine(it, notes))
  return {
    hash: plan.hash,
    state: run.state,
    builtAt: plan.builtAt.toISOString(),
    changes: changesIn(plan.summary),
    lines: [...written, ...left.map(presentLeftOut), ...undoLines(run)].sort((a, b) => orderOf(a) - orderOf(b)),
    consequences: presentConsequences(plan),
    totals: totalsOf(plan),
    holds: plan.holds.map(presentHoldReason),
    held: held.map(({ id, result }) => ({
      run: id,
      changes: changesIn(result.summary ?? []),
      holds: (result.holds ?? []).map(presentHoldReason),
    })),
    first: first.map(({ id, result, changedAt }) => ({
      run: id,
      changes: changesIn(result.summary ?? []),
      at: changedAt.toISOString(),
    })),
    since: sinceOf(run),
    undoableUntil: undoableUntil(plan.builtAt).toISOString(),
  }
}

function sinceOf({ result: { since } }: Run): PlanDetails['since'] {
  if (since === undefined || since === null) return null
  const { hash, more, other, gone } = since
  return { hash, more, other, gone }
}

/** What a sync would begin with. */
export function presentFirstPart({ planHash, summary, consequences }: FirstPart): ShownPart {
  const lines = summary.map((it) => presentLine(it, [])).sort((a, b) => orderOf(a) - orderOf(b))
  return { hash: planHash, changes: changesIn(summary), lines, consequences: presentConsequences({ consequences }) }
}

function presentLine({ population, operation, count }: SummaryLine, notes: readonly NoteCount[]): PlanLine {
  const section = population === 'pupil' || population === 'staff' ? 'people' : 'classes'
  const id = `${population}.${operation}`
  return { id, section, population, act: operation, count, notes: notesOf(notes, id) }
}

function presentConsequences({ consequences }: Pick<StoredPlan, 'consequences'>): PlanDetails['consequences'] {
  return consequences.map(({ code, population, count, names }) => ({
    code,
    population,
    params: { count, names: names.join(', '), more: names.length === 0 ? 0 : count - names.length },
  }))
}

function changesIn(summary: readonly SummaryLine[]): number {
  return summary.reduce((sum, it) => sum + it.count, 0)
}

/** A class that is archived is ended, though a field of it changes. */
function totalsOf({ summary, consequences }: Pick<StoredPlan, 'summary' | 'consequences'>): PlanDetails['totals'] {
  const count = (...operations: readonly string[]): number => changesIn(summary.filter((it) => operations.includes(it.operation)))
  const archived = consequences.filter((it) => it.code === 'classes_archived').reduce((sum, it) => sum + it.count, 0)
  return {
    added: count('create'),
    changed: count('link', 'update', 'revert') - archived,
    ended: count('desync', 'unlink') + archived,
    removed: count('remove'),
  }
}

function presentHoldReason({ code, population, count, linked, expected = 0, name }: Hold): PlanDetails['holds'][number] {
  return { code, population, params: { count, linked, expected, ...(name === undefined ? {} : { name }) } }
}

function presentLeftOut({ population, act, count }: LeftOutCount): PlanLine {
  const section = LEFT_OUT.includes(act) ? 'left_out' : 'people'
  return { id: `${population}.${act}`, section, population, act, count, notes: [] }
}

/** What an undo leaves as it is: edited since, or gone. */
function undoLines({ result }: Run): readonly PlanLine[] {
  return (result.undoLeaves ?? []).map(({ act, population, count }) => ({
    ...{ id: `${population}.${act}`, section: 'left_out', population, act, count, notes: [] },
  }))
}

function notesOf(notes: readonly NoteCount[], line: string): PlanLine['notes'] {
  return notes.filter((it) => it.line === line).map(({ code, count }) => ({ code, params: { count } }))
}

function orderOf({ population, act, section }: PlanLine): number {
  const acts = section === 'left_out' ? LEFT_OUT : ACTS
  return ['people', 'classes', 'left_out'].indexOf(section) * 1_000 + POPULATIONS.indexOf(population) * 100 + acts.indexOf(act)
}
