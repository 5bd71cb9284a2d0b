import { isSame } from '../roster/index.ts'
import { emptiedGroups } from './emptied-groups.ts'
import type { GuardInput, Hold } from './hold.ts'
import { linkedCount } from './linked-count.ts'
import type { Change } from './plan.ts'
import { rekeyed } from './rekeyed.ts'

const IDENTITY_FIELDS = ['firstName', 'lastName', 'birthDate', 'upn', 'email']
const POPULATIONS = ['pupil', 'staff', 'class'] as const

/** Looks at the whole plan before the first write. An empty answer lets it pass. */
export function guard(input: GuardInput): readonly Hold[] {
  const limited = POPULATIONS.flatMap((population) => limitHolds(population, input))
  return [...limited, ...emptiedGroups(input), ...kindChanges(input), ...rekeyed(input)]
}

function limitHolds(population: (typeof POPULATIONS)[number], input: GuardInput): readonly Hold[] {
  const { limits } = input
  const linked = linkedCount(population, input.plan)
  const changes = input.changes.filter((it) => it.population === population)
  const leavers = changes.filter((it) => it.operation === 'desync' && it.after.link?.state === 'left')
  const unexpected = leavers.filter((it) => !isExpectedLeaver(it, input))
  const identity = changes.filter((it) => touches(it, IDENTITY_FIELDS) && it.operation !== 'create')
  const others = changes.filter((it) => it.operation === 'update' && !touches(it, IDENTITY_FIELDS) && !isExpectedMove(it, input))
  const joiners = changes.filter((it) => it.operation === 'create')
  const leaverLimit = linked < limits.smallKind ? limits.leaversOfSmallKind : limits.leavers

  const holds: Hold[] = []
  const hold = (code: Hold['code'], count: number): void => void holds.push({ code, population, count, linked })
  if (passes(unexpected.length, linked, leaverLimit)) hold('leavers', unexpected.length)
  if (linked > 0 && joiners.length >= limits.joiners.count && joiners.length > limits.joiners.share * linked)
    hold('joiners', joiners.length)
  // who is linked by this very plan counts among the linked: a first sync corrects spellings (D19 counts shares of the linked)
  const toBeLinked = linked + changes.filter((it) => it.operation === 'link').length
  if (identity.length >= limits.identityChanges.count && identity.length > limits.identityChanges.share * toBeLinked)
    hold('identity_changes', identity.length)
  if (linked > 0 && others.length > limits.otherUpdatesShare * linked && others.length >= limits.identityChanges.count)
    hold('other_updates', others.length)
  if (population !== 'class' && leavers.length > 1 && leavers.length === linked) hold('kind_emptied', leavers.length)
  return holds
}

function passes(count: number, linked: number, limit: { readonly count: number; readonly share: number }): boolean {
  return count >= limit.count && count >= limit.share * linked
}

function touches(change: Change, fields: readonly string[]): boolean {
  return fields.some((field) => field in change.after.fields)
}

/** At the start of the year, pupils of a top year are expected to have left, and classes to have ended. */
function isExpectedLeaver(change: Change, { plan, isYearStart, nextYearGroup }: GuardInput): boolean {
  if (!isYearStart) return false
  if (change.population === 'class') return true
  const year = change.recordId === null ? null : (plan.directory.people.get(change.recordId)?.fields.yearGroup ?? null)
  if (change.population !== 'pupil' || year === null) return false
  const next = nextYearGroup(year)
  return next === null || !plan.directory.yearGroups.has(next)
}

/** At the start of the year, moving up a year and changing classes is expected, and so is any change to a class. */
function isExpectedMove({ population, before, after }: Change, { isYearStart, nextYearGroup }: GuardInput): boolean {
  if (!isYearStart) return false
  if (population === 'class') return true
  return Object.keys(after.fields).every((field) => {
    if (field !== 'yearGroup') return false
    const was = before.fields[field]
    return typeof was === 'string' && isSame(nextYearGroup(was), after.fields[field] ?? null)
  })
}

/** Pupil to staff or back: the same source id under another kind. */
function kindChanges({ plan, changes }: GuardInput): readonly Hold[] {
  const linked = new Set(
    plan.directory.links
      .filter((it) => it.recordKind === 'person' && it.endReason === null && it.source.connection === plan.connection)
      .map((it) => `${it.source.kind} ${it.source.id}`),
  )
  const changed = changes.filter(
    ({ operation, source }) =>
      (operation === 'create' || operation === 'link') &&
      source !== null &&
      (source.kind === 'pupil' || source.kind === 'staff') &&
      linked.has(`${source.kind === 'pupil' ? 'staff' : 'pupil'} ${source.id}`),
  )
  return changed.length === 0
    ? []
    : [{ code: 'kind_changed', population: changed[0]?.population ?? 'pupil', count: changed.length, linked: linked.size }]
}
