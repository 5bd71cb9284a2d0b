import type { PlanDetails, PlanLine } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { ALLOWED } from '../permission/index.ts'
import { readPlan } from '../plans/index.ts'
import { type Run, UNDO_DAYS } from '../runs/index.ts'
import { type LeftOutCount, leftOutCounts, type NoteCount, noteCounts } from './plan-counts.store.ts'

/** The order in which a reader cares about what is done, and about what is not. */
const ACTS = ['create', 'link', 'update', 'revert', 'unlink', 'desync', 'remove', 'unchanged', 'not_matched', 'not_seen']
const LEFT_OUT = ['may_match', 'error', 'left_out', 'kept', 'cannot']
const POPULATIONS = ['pupil', 'staff', 'class', 'year_group']

/** The lines of the Review page: what *Sync* writes, and what it leaves as it is, each with its meaning (S-138). */
export async function presentPlan(tx: SchoolTx, run: Run): Promise<PlanDetails | undefined> {
  const plan = await readPlan(tx, run.id)
  if (plan === undefined) return undefined
  const notes = await noteCounts(tx, run.id)
  const written = plan.summary.map((it): PlanLine => {
    const section = it.population === 'pupil' || it.population === 'staff' ? 'people' : 'classes'
    const id = `${it.population}.${it.operation}`
    return { id, section, population: it.population, act: it.operation, count: it.count, notes: notesOf(notes, id) }
  })
  const left = (await leftOutCounts(tx, run)).map(presentLeftOut)
  const changes = plan.summary.reduce((sum, it) => sum + it.count, 0)
  const until = new Date(plan.builtAt.getTime() + UNDO_DAYS * 24 * 3_600_000).toISOString()
  return {
    hash: plan.hash,
    state: run.state,
    builtAt: plan.builtAt.toISOString(),
    changes,
    lines: [...written, ...left, ...undoLines(run)].sort((a, b) => orderOf(a) - orderOf(b)),
    holds: plan.holds.map(({ code, population, count, linked, name }) => ({
      code,
      population,
      params: { count, linked, ...(name === undefined ? {} : { name }) },
    })),
    undoableUntil: until,
    mayApprove: ALLOWED['run.approve'].includes(tx.scope.actor.role),
  }
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
