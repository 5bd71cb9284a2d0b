import type { Directory, DirectoryLink, DirectoryPerson } from '../directory/index.ts'
import type { ProblemCode } from '../kernel/index.ts'
import type { Learned } from '../matching/index.ts'
import { type PersonKind, recordKey } from '../roster/index.ts'
import type { PersonBody, Snapshot } from '../snapshots/index.ts'
import type { Decisions } from './decision.ts'
import { type Ties, tiesOf } from './ties.ts'

/** Everything the rows of a review follow from. */
export interface ReviewInput {
  readonly directory: Directory
  readonly snapshot: Snapshot
  readonly decisions: Decisions
  /** What this school's decisions have taught and a person adopted (N-06); absent: the shipped weights. */
  readonly learned?: Readonly<Record<PersonKind, Learned>>
  /** People whom this sync leaves out, by `recordKey`. */
  readonly leftOut: ReadonlyMap<string, ProblemCode>
  /** Whether a source person is inside the chosen years and registration classes (S-82). */
  isInScope(kind: PersonKind, body: PersonBody): boolean
  /** The school's code for a year group as the source spells it, null for none. */
  yearGroupCode(raw: string): string | null
  /** What happens to New people and to May match rows nobody reviewed (D6, D11). */
  readonly importNew: Readonly<Record<PersonKind, boolean>>
  readonly acceptMayMatch: boolean
}

/** A person of the source. */
export interface SourceSide {
  readonly sourceId: string
  readonly body: PersonBody
}

/** One kind of people, with what stands between the two sides. */
export interface Sides extends Ties {
  readonly kind: PersonKind
  readonly ours: readonly DirectoryPerson[]
  /** Current, inside the scope, and not a second record of somebody. */
  readonly theirs: ReadonlyMap<string, SourceSide>
  /** Pairs that a person made (S-59), by person: they beat links and the engine. */
  readonly decided: ReadonlyMap<string, string>
  /** People whom somebody has taken out of the sync: only a person's word pairs them (D3). */
  readonly byHand: ReadonlySet<string>
}

/** Sorts out one kind of people on both sides. */
export function sidesOf(kind: PersonKind, input: ReviewInput): Sides {
  const { directory, snapshot } = input
  const theirs = new Map<string, SourceSide>()
  for (const record of snapshot.current.values())
    if (record.kind === kind && input.isInScope(kind, record.body)) theirs.set(record.sourceId, record)
  const hands = managedByHand(kind, input)
  for (const sourceId of hands.sources) theirs.delete(sourceId)
  const ours = [...directory.people.values()].filter((it) => it.kind === kind && it.mergedInto === undefined)
  const vetoes = new Set(input.decisions.vetoes.filter((it) => it.sourceKind === kind).map((it) => `${it.personId} ${it.sourceId}`))
  const isVetoed = (personId: string, sourceId: string): boolean => vetoes.has(`${personId} ${sourceId}`)
  const decided = decidedPairs(kind, input, (personId, sourceId) => theirs.has(sourceId) && !isVetoed(personId, sourceId))
  const decidedFor = new Map([...decided].map(([personId, sourceId]) => [sourceId, personId]))
  const isApart = (personId: string, sourceId: string): boolean =>
    isVetoed(personId, sourceId) || (decided.get(personId) ?? sourceId) !== sourceId || (decidedFor.get(sourceId) ?? personId) !== personId
  // another connection's links give way to this one's (S-18)
  const links = directory.links.filter(
    ({ recordKind, recordId, source }) =>
      recordKind === 'person' &&
      source.connection === snapshot.connectionId &&
      source.kind === kind &&
      directory.people.get(recordId)?.mergedInto === undefined,
  )
  const isThere = (sourceId: string): boolean => theirs.has(sourceId)
  const ties = tiesOf(links, {
    isApart,
    isThere,
    hasLeft: (sourceId) => isAbsenceProven(kind, sourceId, snapshot),
    isByHand: (it) => hands.people.has(it),
  })
  for (const sourceId of ties.seconds) theirs.delete(sourceId)
  return { kind, ours, theirs, decided, byHand: hands.people, ...ties }
}

/**
 * Who is managed by hand, whatever they were linked with, and which records of this source they were linked with: these are
 * nobody's, so that a sync neither takes the record back nor sets up a second one (D3).
 */
function managedByHand(
  kind: PersonKind,
  { directory, snapshot }: ReviewInput,
): { readonly people: ReadonlySet<string>; readonly sources: ReadonlySet<string> } {
  const links = directory.links.filter(({ recordKind, source }) => recordKind === 'person' && source.kind === kind)
  const live = links.filter((it) => it.endReason === null)
  const linked = new Set(live.map((it) => it.recordId))
  const ended = links.filter((it) => it.endReason === 'by_hand' && directory.people.get(it.recordId)?.mergedInto === undefined)
  const isOurs = ({ source }: DirectoryLink): boolean => source.connection === snapshot.connectionId
  const taken = new Set(live.filter(isOurs).map((it) => it.source.id))
  return {
    people: new Set(ended.map((it) => it.recordId).filter((it) => !linked.has(it))),
    sources: new Set(ended.filter(isOurs).flatMap(({ source: { id } }) => (taken.has(id) ? [] : [id]))),
  }
}

/** What people have said, one to one; of two that contradict each other the later holds. */
function decidedPairs(
  kind: PersonKind,
  { directory, decisions }: ReviewInput,
  mayPair: (personId: string, sourceId: string) => boolean,
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  const taken = new Set<string>()
  for (const { kind: said, recordId, sourceKind, sourceId } of decisions.decisions.toReversed()) {
    if (said !== 'match' || sourceKind !== kind || recordId === null || sourceId === null) continue
    const person = directory.people.get(recordId)
    if (person?.kind !== kind || person.mergedInto !== undefined) continue
    if (pairs.has(recordId) || taken.has(sourceId) || !mayPair(recordId, sourceId)) continue
    pairs.set(recordId, sourceId)
    taken.add(sourceId)
  }
  return pairs
}

/**
 * Whether this read proves that a person whom it does not name has left: it is complete, or says so itself. What an earlier
 * read proved does not count: it may have been discarded.
 */
export function isAbsenceProven(kind: PersonKind, sourceId: string, { current, incomplete, gone }: Snapshot): boolean {
  const key = recordKey(kind, sourceId)
  return gone.has(key) || (incomplete[kind] === null && !current.has(key))
}
