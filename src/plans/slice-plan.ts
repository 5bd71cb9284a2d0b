import { type GuardCounts, guardCounts } from './guard-counts.ts'
import { guard, tripsOf } from './guards.ts'
import type { GuardInput, Hold, Trip } from './hold.ts'
import { type Change, NEW_CLASS } from './plan.ts'
import { lookAt } from './seen-by-guards.ts'

/** A part of a plan that waits for a person, and why. */
export interface Slice {
  readonly holds: readonly Hold[]
  readonly changes: readonly Change[]
  /** Keys of the changes that the guards counted. */
  readonly counted: ReadonlySet<string>
}

/** A plan in parts: what may be applied, and what the guards hold (D20). */
export interface SlicedPlan {
  readonly rest: readonly Change[]
  readonly slices: readonly Slice[]
  /** What the guards counted in the whole plan. */
  readonly counts: GuardCounts
}

/**
 * Takes what the guards hold out of a plan, with what cannot go without it, until they let the rest pass. Changes that are held
 * for two reasons wait together; slices share no change, and each keeps the order of the plan.
 */
export function slicePlan(input: GuardInput): SlicedPlan {
  const trips: Trip[] = []
  const seen = lookAt(input)
  let rest = input.changes
  for (let found = tripsOf(seen, input); found.length > 0; found = guard({ ...input, changes: rest })) {
    trips.push(...found)
    const held = new Set(found.flatMap((it) => it.keys))
    const kept = rest.filter((it) => !held.has(it.key))
    if (kept.length === rest.length) throw new Error('A guard holds a plan, and none of its changes.')
    rest = withoutDependents(kept, input)
  }
  return { rest, slices: slicesOf(trips, input, rest), counts: guardCounts(seen) }
}

/** Nobody can be put into a class that is not made, and no class is archived over the heads of pupils who are still in it. */
function withoutDependents(kept: readonly Change[], input: GuardInput): readonly Change[] {
  const missing = missingClasses(kept, input.changes)
  const inUse = waitingToGo(kept, input)
  return kept.filter(
    ({ operation, recordId, after }) =>
      !(operation === 'archive' && inUse.has(recordId ?? '')) && !after.enrolments.some((it) => missing.has(it.class)),
  )
}

/** Classes that pupils would go out of by changes that are not in this part of the plan, with the keys of those changes. */
function waitingToGo(part: readonly Change[], { changes, plan }: GuardInput): ReadonlyMap<string, readonly string[]> {
  const there = new Set(part.map((it) => it.key))
  const classes = new Map<string, string[]>()
  for (const { key, recordKind, recordId } of changes) {
    if (there.has(key) || recordKind !== 'person' || recordId === null) continue
    for (const it of plan.directory.people.get(recordId)?.enrolments ?? [])
      if (it.role === 'pupil') classes.set(it.class, [...(classes.get(it.class) ?? []), key])
  }
  return classes
}

/** Classes that the whole plan makes and this part of it does not, as memberships name them, with the change that makes them. */
function missingClasses(part: readonly Change[], all: readonly Change[]): ReadonlyMap<string, string> {
  const made = (changes: readonly Change[]): (readonly [string, string])[] =>
    changes.flatMap(({ operation, recordKind, source, key }) =>
      operation === 'create' && recordKind === 'class' && source !== null ? [[`${NEW_CLASS}${source.id}`, key] as const] : [],
    )
  const there = new Set(made(part).map(([name]) => name))
  return new Map(made(all).filter(([name]) => !there.has(name)))
}

function slicesOf(trips: readonly Trip[], input: GuardInput, rest: readonly Change[]): readonly Slice[] {
  const all = input.changes
  const groups = new Groups()
  for (const { keys } of trips) groups.join(keys)
  const heldClasses = missingClasses(rest, all)
  const inUse = waitingToGo(rest, input)
  const letGo = new Set(rest.map((it) => it.key))
  for (const { key, operation, recordId, after } of all) {
    if (letGo.has(key)) continue
    const goingFirst = operation === 'archive' ? (inUse.get(recordId ?? '') ?? []) : []
    groups.join([key, ...goingFirst, ...after.enrolments.flatMap((it) => heldClasses.get(it.class) ?? [])])
  }
  const byGroup = new Map<string, Change[]>()
  for (const it of all) {
    if (letGo.has(it.key)) continue
    const group = groups.of(it.key)
    const together = byGroup.get(group)
    if (together === undefined) byGroup.set(group, [it])
    else together.push(it)
  }
  return [...byGroup].map(([group, changes]) => {
    const own = trips.filter(({ keys: [first = ''] }) => groups.of(first) === group)
    return { changes, holds: own.map((it) => it.hold), counted: new Set(own.flatMap((it) => it.counted)) }
  })
}

/** Keys that belong together, each group called after one of them. */
class Groups {
  readonly #parents = new Map<string, string>()

  of(key: string): string {
    let at = key
    for (let up = this.#parents.get(at); up !== undefined; up = this.#parents.get(at)) at = up
    return at
  }

  join(keys: readonly string[]): void {
    const [first, ...others] = keys
    if (first === undefined) return
    for (const it of others) {
      const [one, other] = [this.of(first), this.of(it)]
      if (one !== other) this.#parents.set(other, one)
    }
  }
}
