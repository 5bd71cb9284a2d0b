import type { Limits } from '../schools/index.ts'
import { passed } from './guards.ts'
import type { Hold, Trip } from './hold.ts'
import type { Seen } from './seen-by-guards.ts'

/** What a guard counted, of which population, and out of how many. */
type Counted = Pick<Hold, 'code' | 'population' | 'count' | 'linked'> & {
  /** Linked records and those that the plan links: what changes of identity are a share of. */
  readonly toBeLinked: number
}

/** What guards counted in one plan, so that other limits can be tried on it later. Numbers only. */
export interface GuardCounts {
  readonly inYearStart: readonly Counted[]
  readonly otherwise: readonly Counted[]
}

/** Limits that one change passes. */
const NONE: Limits = {
  leavers: { count: 1, share: 0 },
  leaversOfSmallKind: { count: 1, share: 0 },
  smallKind: 0,
  joiners: { count: 1, share: 0 },
  identityChanges: { count: 1, share: 0 },
  otherUpdatesShare: 0,
}

/** Counts what the guards have seen in a plan, whatever the limits and the time of the year. */
export function guardCounts(seen: Seen): GuardCounts {
  const inNumbers = (hold: Pick<Hold, 'code' | 'population' | 'count' | 'linked'>): Counted => {
    const { code, population, count, linked } = hold
    return { code, population, count, linked, toBeLinked: linked + (seen.links.get(population) ?? 0) }
  }
  const limited = (isYearStart: boolean): readonly Counted[] =>
    seen.kinds
      .flatMap((kind) => passed(kind, seen, { limits: NONE, isYearStart }))
      .map(({ counted, ...it }) => inNumbers({ ...it, count: counted.length }))
  const shapes = (trips: readonly Trip[]): readonly Counted[] => trips.map(({ hold }) => inNumbers(hold))
  return {
    inYearStart: [...limited(true), ...shapes(seen.shapes)],
    otherwise: [...limited(false), ...shapes(seen.emptied), ...shapes(seen.shapes)],
  }
}

/** Whether a plan in which this was counted waits for a person under these limits: what `guard` would have said (D19). */
export function wouldHold(counts: GuardCounts, limits: Limits, isYearStart: boolean): boolean {
  return (isYearStart ? counts.inYearStart : counts.otherwise).some((it) => passes(it, limits))
}

/** Shapes, such as a class that is emptied, have no limit: they always wait. */
function passes({ code, count, linked, toBeLinked }: Counted, limits: Limits): boolean {
  const { joiners, identityChanges, otherUpdatesShare } = limits
  const leavers = linked < limits.smallKind ? limits.leaversOfSmallKind : limits.leavers
  if (code === 'leavers') return count >= leavers.count && count >= leavers.share * linked
  if (code === 'joiners') return count >= joiners.count && count > joiners.share * linked
  if (code === 'identity_changes') return count >= identityChanges.count && count > identityChanges.share * toBeLinked
  if (code === 'other_updates') return count >= identityChanges.count && count > otherUpdatesShare * linked
  return true
}
