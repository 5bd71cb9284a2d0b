import type { SchoolTx } from '../../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import { wouldHold } from '../../plans/index.ts'
import { type IdSource, type Limits, lockSchool, readSettings, type SchoolSettings, writeSetting } from '../../schools/index.ts'
import { noteChange } from '../schedule/note-change.ts'
import { isInWindow } from '../school-rules.ts'
import { type GuardedRun, readGuardedRuns } from './guarded-runs.store.ts'

/** From where a plan waits for a person, and when expected moves do not count (D19). */
export interface LimitRules {
  readonly limits: Limits
  readonly yearStartWindow: SchoolSettings['yearStartWindow']
}

/** What limits would have done to earlier runs. */
export interface LimitReplay {
  /** How many runs could be tried: 30 at the most. */
  readonly runs: number
  /** When those were that would have waited, newest first. */
  readonly heldAt: readonly Date[]
}

/** As many runs as limits are tried on. */
const RUNS_TRIED = 30

/** The limits of the school. */
export async function readLimits(tx: SchoolTx): Promise<LimitRules> {
  const { limits, yearStartWindow } = await readSettings(tx)
  return { limits, yearStartWindow }
}

/** Which of the school's last runs these limits would have made wait for a person. Changes nothing. */
export async function tryLimits(tx: SchoolTx, rules: LimitRules): Promise<LimitReplay> {
  return replayLimits(await readGuardedRuns(tx, RUNS_TRIED), rules)
}

/** The same of runs that are known. */
export function replayLimits(runs: readonly GuardedRun[], { limits, yearStartWindow }: LimitRules): LimitReplay {
  const held = runs.filter(({ guarded }) => wouldHold(guarded, limits, isInWindow(yearStartWindow, guarded.on)))
  return { runs: runs.length, heldAt: held.map((it) => it.at) }
}

/** Sets the limits; refused where they are no longer those that the person has seen. */
export async function changeLimits(
  tx: SchoolTx,
  { seen, rules, ids }: { readonly seen: LimitRules; readonly rules: LimitRules; readonly ids: IdSource },
): Promise<Result<LimitRules, Problem>> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  if (!isSame(await readLimits(tx), seen)) return fail(problem('version.changed'))
  const { limits, yearStartWindow } = rules
  await writeSetting(tx, 'limits', limits)
  await writeSetting(tx, 'yearStartWindow', yearStartWindow)
  await noteChange(tx, ids, { action: 'limits.changed', what: { limits: { ...limits }, yearStartWindow: { ...yearStartWindow } } })
  return ok(rules)
}

function isSame(one: LimitRules, other: LimitRules): boolean {
  const textOf = ({ limits, yearStartWindow: { from, to } }: LimitRules): string => {
    const { leavers, leaversOfSmallKind, smallKind, joiners, identityChanges, otherUpdatesShare } = limits
    const pairs = [leavers, leaversOfSmallKind, joiners, identityChanges].map(({ count, share }) => [count, share])
    return JSON.stringify([pairs, smallKind, otherUpdatesShare, from, to])
  }
  return textOf(one) === textOf(other)
}
