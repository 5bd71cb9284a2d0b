import { emptiedGroups } from './emptied-groups.ts'
import { changesIdentity, isExpectedLeaver, isExpectedMove, isLeaver } from './expected.ts'
import type { GuardInput, Hold, Trip } from './hold.ts'
import { linkedCount } from './linked-count.ts'
import type { Change, Population } from './plan.ts'
import { protectedPeople } from './protected-people.ts'
import { rekeyed } from './rekeyed.ts'

const LIMITED = ['pupil', 'staff', 'class'] as const

/** What a plan does to one kind of records, as far as limits go by it. */
export interface SeenOfKind {
  readonly population: (typeof LIMITED)[number]
  readonly linked: number
  readonly leavers: readonly Change[]
  readonly joiners: readonly Change[]
  /** Those that change name, birth date, UPN or e-mail. */
  readonly identity: readonly Change[]
  readonly otherUpdates: readonly Change[]
  /** Keys of leavers and updates that are expected at the start of the year. */
  readonly expected: ReadonlySet<string>
}

/** What guards see in a plan, whatever the limits and the time of the year: looked for once. */
export interface Seen {
  readonly kinds: readonly SeenOfKind[]
  /** How many records of each population the plan links. */
  readonly links: ReadonlyMap<Population, number>
  /** Classes and years that lose everybody; at the start of the year nobody asks. */
  readonly emptied: readonly Trip[]
  /** Shapes that always wait: pupil to staff or back, ids that have changed, and protected people. */
  readonly shapes: readonly Trip[]
}

/** Looks at the whole of a plan. */
export function lookAt(input: Omit<GuardInput, 'limits' | 'isYearStart'>): Seen {
  const links = new Map<Population, number>()
  for (const { operation, population } of input.changes) if (operation === 'link') links.set(population, (links.get(population) ?? 0) + 1)
  return {
    kinds: LIMITED.map((population) => lookAtKind(population, input)),
    links,
    emptied: emptiedGroups(input),
    shapes: [...kindChanges(input), ...rekeyed(input), ...protectedPeople(input)],
  }
}

function lookAtKind(population: SeenOfKind['population'], input: Parameters<typeof lookAt>[0]): SeenOfKind {
  const changes = input.changes.filter((it) => it.population === population)
  const calendar = { ...input, isYearStart: true }
  const leavers = changes.filter(isLeaver)
  const otherUpdates = changes.filter((it) => it.operation === 'update' && !changesIdentity(it))
  return {
    population,
    linked: linkedCount(population, input.plan),
    leavers,
    joiners: changes.filter((it) => it.operation === 'create'),
    identity: changes.filter((it) => it.operation !== 'create' && changesIdentity(it)),
    otherUpdates,
    expected: new Set([
      ...leavers.flatMap((it) => (isExpectedLeaver(it, calendar) ? [it.key] : [])),
      ...otherUpdates.flatMap((it) => (isExpectedMove(it, calendar) ? [it.key] : [])),
    ]),
  }
}

/** Pupil to staff or back: the same source id under another kind. Who leaves as the one waits with who joins as the other. */
function kindChanges({ plan, changes }: Pick<GuardInput, 'plan' | 'changes'>): readonly Trip[] {
  const linked = new Set(
    plan.directory.links
      .filter((it) => it.recordKind === 'person' && it.endReason === null && it.source.connection === plan.connection)
      .map((it) => `${it.source.kind} ${it.source.id}`),
  )
  const otherKind = (kind: string): string => (kind === 'pupil' ? 'staff' : 'pupil')
  const changed = changes.filter(
    ({ operation, source }) =>
      (operation === 'create' || operation === 'link') &&
      source !== null &&
      (source.kind === 'pupil' || source.kind === 'staff') &&
      linked.has(`${otherKind(source.kind)} ${source.id}`),
  )
  if (changed.length === 0) return []
  const before = new Set(changed.map(({ source }) => `${otherKind(source?.kind ?? '')} ${source?.id}`))
  const ending = changes.filter((it) => isLeaver(it) && it.source !== null && before.has(`${it.source.kind} ${it.source.id}`))
  const hold: Hold = { code: 'kind_changed', population: changed[0]?.population ?? 'pupil', count: changed.length, linked: linked.size }
  const counted = changed.map((it) => it.key)
  return [{ hold, keys: [...counted, ...ending.map((it) => it.key)], counted }]
}
