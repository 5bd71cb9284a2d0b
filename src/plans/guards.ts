import type { Limits } from '../schools/index.ts'
import type { GuardInput, Hold, Trip } from './hold.ts'
import { likelyCause } from './likely-cause.ts'
import type { Change } from './plan.ts'
import { lookAt, type Seen, type SeenOfKind } from './seen-by-guards.ts'

/** Looks at the whole plan before the first write. An empty answer lets it pass. */
export function guard(input: GuardInput): readonly Trip[] {
  return tripsOf(lookAt(input), input)
}

/** The same of a plan that has been looked at. */
export function tripsOf(seen: Seen, input: GuardInput): readonly Trip[] {
  const limited = seen.kinds.flatMap((kind) => passed(kind, seen, input)).map((it) => tripOf(it, input))
  return [...limited, ...(input.isYearStart ? [] : seen.emptied), ...seen.shapes]
}

/** Changes of one kind that pass a limit, and those that wait with them. */
export interface Passed {
  readonly code: Hold['code']
  readonly population: SeenOfKind['population']
  readonly linked: number
  readonly counted: readonly Change[]
  readonly all: readonly Change[]
}

/** What of one kind passes these limits at this time of the year (D19). */
export function passed(
  { population, linked, leavers, joiners, identity, otherUpdates, expected }: SeenOfKind,
  { links }: Pick<Seen, 'links'>,
  { limits, isYearStart }: { readonly limits: Limits; readonly isYearStart: boolean },
): readonly Passed[] {
  const unexpected = (changes: readonly Change[]) => (isYearStart ? changes.filter((it) => !expected.has(it.key)) : changes)
  const [leaving, others] = [unexpected(leavers), unexpected(otherUpdates)]
  const leaverLimit = linked < limits.smallKind ? limits.leaversOfSmallKind : limits.leavers
  // who is linked by this very plan counts among the linked: a first sync corrects spellings (D19 counts shares of the linked)
  const toBeLinked = linked + (links.get(population) ?? 0)
  const found: Passed[] = []
  const note = (code: Hold['code'], counted: readonly Change[], all = counted): void => {
    found.push({ code, population, linked, counted, all })
  }
  if (leaving.length >= leaverLimit.count && leaving.length >= leaverLimit.share * linked) note('leavers', leaving, leavers)
  if (linked > 0 && joiners.length >= limits.joiners.count && joiners.length > limits.joiners.share * linked) note('joiners', joiners)
  if (identity.length >= limits.identityChanges.count && identity.length > limits.identityChanges.share * toBeLinked)
    note('identity_changes', identity)
  if (linked > 0 && others.length > limits.otherUpdatesShare * linked && others.length >= limits.identityChanges.count)
    note('other_updates', others)
  if (population !== 'class' && leavers.length > 1 && leavers.length === linked) note('kind_emptied', leavers)
  return found
}

function tripOf({ code, population, linked, counted, all }: Passed, input: GuardInput): Trip {
  const cause = likelyCause(counted, input)
  const expected = all.length - counted.length
  const hold: Hold = { code, population, count: counted.length, linked }
  return {
    hold: { ...hold, ...(expected === 0 ? {} : { expected }), ...(cause === null ? {} : { cause }) },
    keys: all.map((it) => it.key),
    counted: counted.map((it) => it.key),
  }
}
