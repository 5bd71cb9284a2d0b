import type { Directory, DirectoryLink, DirectoryPerson } from '../directory/index.ts'
import type { ProblemCode } from '../kernel/index.ts'
import { type PersonKind, recordKey } from '../roster/index.ts'
import type { PersonBody, Snapshot } from '../snapshots/index.ts'
import type { Decisions } from './decision.ts'

/** Everything the rows of a review follow from. */
export interface ReviewInput {
  readonly directory: Directory
  readonly snapshot: Snapshot
  readonly decisions: Decisions
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

export interface SourceSide {
  readonly sourceId: string
  readonly body: PersonBody
}

/** One kind of people, with the links that stand between the two sides. */
export interface Sides {
  readonly kind: PersonKind
  readonly ours: readonly DirectoryPerson[]
  /** Current and inside the scope. */
  readonly theirs: ReadonlyMap<string, SourceSide>
  /** Live links of this connection, by person. */
  readonly live: ReadonlyMap<string, string>
  /** Ended links that the source's naming the id again revives (D29), by person. */
  readonly revived: ReadonlyMap<string, string>
  /** The latest ended link of people without a live one. */
  readonly ended: ReadonlyMap<string, DirectoryLink>
  isVetoed(personId: string, sourceId: string): boolean
}

/** Sorts out one kind of people on both sides. */
export function sidesOf(kind: PersonKind, input: ReviewInput): Sides {
  const { directory, snapshot } = input
  const theirs = new Map<string, SourceSide>()
  for (const record of snapshot.current.values())
    if (record.kind === kind && input.isInScope(kind, record.body)) theirs.set(record.sourceId, record)
  const vetoes = new Set(input.decisions.vetoes.filter((it) => it.sourceKind === kind).map((it) => `${it.personId} ${it.sourceId}`))
  const isVetoed = (personId: string, sourceId: string): boolean => vetoes.has(`${personId} ${sourceId}`)

  const live = new Map<string, string>()
  const ended = new Map<string, DirectoryLink>()
  for (const link of directory.links.filter((it) => it.recordKind === 'person')) {
    const isHere = link.source.connection === snapshot.connectionId && link.source.kind === kind
    if (!isHere) continue // another connection's link gives way to this one (S-18)
    if (link.endReason === null && !isVetoed(link.recordId, link.source.id)) live.set(link.recordId, link.source.id)
    else if (!((ended.get(link.recordId)?.endedAt ?? '') > (link.endedAt ?? ''))) ended.set(link.recordId, link)
  }
  const taken = new Set(live.values())
  const revived = new Map<string, string>()
  for (const [personId, { source, endReason }] of ended) {
    const mayRevive = (endReason === 'left' || endReason === 'out_of_scope') && theirs.has(source.id) && !isVetoed(personId, source.id)
    if (!mayRevive || live.has(personId) || taken.has(source.id)) continue
    revived.set(personId, source.id)
    taken.add(source.id)
  }
  const ours = [...directory.people.values()].filter((it) => it.kind === kind)
  return { kind, ours, theirs, live, revived, ended, isVetoed }
}

/** Whether a read proves that a person who is not named has left: complete, and no longer current. */
export function isAbsenceProven(kind: PersonKind, sourceId: string, snapshot: Snapshot): boolean {
  return !snapshot.current.has(recordKey(kind, sourceId))
}
