import type { Random } from '../../fixtures/index.ts'
import type { MatchRecord } from '../../src/matching/index.ts'

/** What the inventor of a person knows, and no engine is told. */
export interface Label {
  /** The name list that the person was drawn from; null where the set does not say. */
  readonly origin: string | null
  readonly sex: string | null
  /** Ways in which one of the two records was damaged. */
  readonly damages: readonly string[]
}

/** One school, or one file against another: what one call of `match` gets, and the truth about it. */
export interface Batch {
  readonly kind: 'pupil' | 'staff'
  readonly directory: readonly MatchRecord[]
  readonly source: readonly MatchRecord[]
  /** The source id of each directory id whose person is on both sides. */
  readonly partners: ReadonlyMap<string, string>
  /** By directory id and by source id. */
  readonly labels: ReadonlyMap<string, Label>
}

/** What the caller may change about the sets. */
export interface Sizes {
  readonly seed: string
  readonly schools: number
  readonly pupils: number
  readonly twins: number
}

/** The gates of docs/hosting/accuracy.md that a set is held to. */
export type GateKind = 'schools' | 'twins' | 'febrl'

export interface LabelledSet {
  readonly id: string
  readonly title: string
  readonly gate: GateKind | null
  /** Counts in the comparison of groups. */
  readonly hasGroups: boolean
  /** Null where the files of the set are not there. */
  batches(sizes: Sizes): Iterable<Batch> | null
}

/** A person as each of two systems holds them. */
export interface TwoSided {
  readonly held: MatchRecord
  readonly arriving: MatchRecord
  readonly label: Label
}

export interface Division {
  readonly kind: Batch['kind']
  /** Share of the people who are on both sides; half of the others are leavers, half joiners. */
  readonly overlap: number
}

/** Divides people between two systems, with ids and an order on each side that tell nothing about the other. */
export function divide(random: Random, people: readonly TwoSided[], { kind, overlap }: Division): Batch {
  const drawn = people.map((person) => ({ ...person, share: random.real() }))
  const leaversFrom = overlap + (1 - overlap) / 2
  const held = random.shuffled(drawn.filter(({ share }) => share < overlap || share >= leaversFrom))
  const arriving = random.shuffled(drawn.filter(({ share }) => share < leaversFrom))
  const directoryIds = new Map(held.map((person, place) => [person, `d${place}`]))
  const labels = new Map<string, Label>(held.map(({ label }, place) => [`d${place}`, label]))
  const partners = new Map<string, string>()
  for (const [place, person] of arriving.entries()) {
    const directoryId = directoryIds.get(person)
    labels.set(`s${place}`, person.label)
    if (directoryId !== undefined) partners.set(directoryId, `s${place}`)
  }
  return {
    kind,
    directory: held.map((person, place) => ({ ...person.held, id: `d${place}` })),
    source: arriving.map((person, place) => ({ ...person.arriving, id: `s${place}` })),
    partners,
    labels,
  }
}

/** A record with nothing but what is given. */
export function recordOf(fields: Partial<MatchRecord>): MatchRecord {
  return {
    id: '',
    firstName: null,
    middleName: null,
    lastName: null,
    knownAsFirstName: null,
    knownAsLastName: null,
    birthDate: null,
    sex: null,
    upn: null,
    formerUpn: null,
    customId: null,
    email: null,
    yearGroup: null,
    registrationClass: null,
    ...fields,
  }
}
