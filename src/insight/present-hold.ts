import { namesOfActors } from '../access/index.ts'
import type { HoldDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { type Approval, type Change, type Hold, latestApprovals, readChangesOf } from '../plans/index.ts'
import { approvedUntil, listHeldRuns, needsNumber, notApproved, type Run, thoseOfLatestRead } from '../runs/index.ts'
import { countCounted } from './holds.store.ts'
import { presentPlans } from './present-plan.ts'
import { presentRuns } from './present-run.ts'

/** Every part that waits for a person, the oldest first. */
export async function presentHolds(tx: SchoolTx, now: Date): Promise<HoldDetails[]> {
  return present(tx, await listHeldRuns(tx), now)
}

/** One part of a plan that guards hold or held; undefined: the run is none, or its plan is gone. */
export async function presentHold(tx: SchoolTx, run: Run, now: Date): Promise<HoldDetails | undefined> {
  const [hold] = await present(tx, [run], now)
  return hold
}

/** Parts on hold in their order, in as many statements whatever their number. */
async function present(tx: SchoolTx, runs: readonly Run[], now: Date): Promise<HoldDetails[]> {
  const ids = runs.map((it) => it.id)
  const plans = await presentPlans(tx, runs)
  const details = new Map((await presentRuns(tx, runs)).map((it) => [it.id, it]))
  const [counted, current] = [await countCounted(tx, ids), await thoseOfLatestRead(tx, runs)]
  const approvals = await presentApprovals(tx, ids, now)
  return runs.flatMap((run): HoldDetails[] => {
    const [plan, detail] = [plans.get(run.id), details.get(run.id)]
    if (run.heldFrom === null || plan === undefined || detail === undefined) return []
    return [
      {
        run: detail,
        plan,
        causes: (run.result.holds ?? []).map(presentCause),
        cutFrom: run.heldFrom,
        counted: counted.get(run.id) ?? 0,
        isCurrent: current.has(run.id),
        needsNumber: needsNumber(run),
        approval: approvals.get(run.id) ?? null,
      },
    ]
  })
}

function presentCause({ cause }: Hold): HoldDetails['causes'][number] {
  return cause === undefined ? null : { code: cause.code, params: { count: cause.count, names: cause.names.join(', ') } }
}

/** The last word on each of these runs; those that nobody has approved are missing. */
async function presentApprovals(
  tx: SchoolTx,
  runIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, NonNullable<HoldDetails['approval']>>> {
  const approvals = await latestApprovals(tx, runIds)
  if (approvals.size === 0) return new Map()
  const changes = await readChangesOf(tx, [...approvals.keys()])
  const names = await namesOfActors(
    tx,
    [...approvals.values()].map((it) => it.actor),
  )
  const told = (approval: Approval, planned: readonly Change[]) => ({
    by: names.get(approval.actor) ?? approval.actor,
    at: approval.at.toISOString(),
    until: approvedUntil(approval).toISOString(),
    hasExpired: now >= approvedUntil(approval),
    more: notApproved(planned, approval).length,
  })
  return new Map([...approvals].map(([id, approval]) => [id, told(approval, changes.get(id) ?? [])]))
}
