import type { SchoolTx } from '../db/index.ts'
import { type Problem, problem } from '../kernel/index.ts'
import { type Approval, type Change, hashChange, latestApproval, readChanges } from '../plans/index.ts'
import { latestSnapshots } from '../snapshots/index.ts'
import type { Run } from './run.ts'
import { sha256 } from './sha256.ts'

/** An approval holds for so many days: then somebody has to look again. */
export const APPROVAL_DAYS = 14
const DAY_MILLISECONDS = 24 * 3_600_000

/** A part that touches more than this share of those linked is large. */
const LARGE_FROM_SHARE = 0.25

/** Whether a part on hold is so large that whoever approves it types the number of its changes. */
export function needsNumber({ result }: Pick<Run, 'result'>): boolean {
  return (result.holds ?? []).some((it) => it.linked > 0 && it.count + (it.expected ?? 0) > it.linked * LARGE_FROM_SHARE)
}

/** Until when an approval holds. */
export function approvedUntil({ at }: Pick<Approval, 'at'>): Date {
  return new Date(at.getTime() + APPROVAL_DAYS * DAY_MILLISECONDS)
}

/** What an approval of these changes remembers. */
export function fingerprints(changes: readonly Change[]): Readonly<Record<string, string>> {
  return Object.fromEntries(changes.map((it) => [it.key, hashChange(it, sha256)]))
}

/** Keys of the changes that were not approved: new ones, and those that do something else by now. What was approved and is gone does not matter. */
export function notApproved(changes: readonly Change[], approval: Pick<Approval, 'changes'>): readonly string[] {
  return changes.filter((it) => approval.changes[it.key] !== hashChange(it, sha256)).map((it) => it.key)
}

/** Whether an approval lets these changes go on: it has not run out, and never grows (N-04). */
export function covers(approval: Approval | undefined, changes: readonly Change[], now: Date): boolean {
  return approval !== undefined && now < approvedUntil(approval) && notApproved(changes, approval).length === 0
}

/** Why a part that a guard holds may not be applied now; null: it may, or no guard holds the run. */
export async function refuseUnapproved(tx: SchoolTx, run: Run, now: Date): Promise<Problem | null> {
  if (run.heldFrom === null) return null
  const approval = await latestApproval(tx, run.id)
  if (approval !== undefined && now >= approvedUntil(approval)) return problem('hold.approval_expired', { params: { days: APPROVAL_DAYS } })
  return covers(approval, await readChanges(tx, run.id), now) ? null : problem('hold.not_approved')
}

/** Whether a run was planned from what was read last; an undo always is. */
export async function isOfLatestRead(tx: SchoolTx, run: Run): Promise<boolean> {
  return (await thoseOfLatestRead(tx, [run])).has(run.id)
}

/** The ids of those of these runs of which that is true. */
export async function thoseOfLatestRead(tx: SchoolTx, runs: readonly Run[]): Promise<ReadonlySet<string>> {
  const latest = await latestSnapshots(
    tx,
    runs.flatMap((it) => it.connectionId ?? []),
  )
  const isLatest = ({ purpose, connectionId, snapshot }: Run): boolean =>
    purpose !== 'sync' || connectionId === null || (latest.get(connectionId) ?? 0) === snapshot
  return new Set(runs.flatMap((it) => (isLatest(it) ? [it.id] : [])))
}
