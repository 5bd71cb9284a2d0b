import type { LinkEndReason, Status } from '../roster/index.ts'

/** What is known about the pairing of a person: decided by a person, certain or possible for the engine, or none. */
export type PairFact = 'decided' | 'certain' | 'possible' | null

export interface DirectoryFacts {
  readonly hasLiveLink: boolean
  /** The read names the linked source record, inside its scope. */
  readonly isSeen: boolean
  /** The read is proven complete for this person's kind and scope, so that not being named means having left. */
  readonly isAbsenceProven: boolean
  readonly isInScope: boolean
  readonly pair: PairFact
  /** Why the latest link ended; null when there never was one. Of no account while a link is live. */
  readonly endedLink: LinkEndReason | null
  /** The engine says that name and birth date contradict the live link (`MatchResult.contradicted`). */
  readonly isContradicted: boolean
}

export interface SourceFacts {
  readonly hasLiveLink: boolean
  readonly pair: PairFact
}

export interface DirectoryStatus {
  readonly status: Exclude<Status, 'new'>
  /** Why a person is desynced (D12), null otherwise. */
  readonly reason: 'left' | 'out_of_scope' | null
  /** Synced, but not named by a read that proves nothing. */
  readonly notSeen: boolean
  /** Synced, but the id may now belong to somebody else: left out until a person decides. */
  readonly idReused: boolean
}

/** The status of a record we hold. The first rule that fits decides; MATCHING.md gives their order. */
export function directoryStatus(facts: DirectoryFacts): DirectoryStatus {
  if (facts.hasLiveLink) {
    if (facts.isSeen) return { ...plain('synced'), idReused: facts.isContradicted }
    if (facts.isAbsenceProven) return desynced('left')
    if (!facts.isInScope) return desynced('out_of_scope')
    return { ...plain('synced'), notSeen: true }
  }
  if (facts.pair === 'decided' || facts.pair === 'certain') return plain('matched')
  if (facts.pair === 'possible') return plain('may_match')
  // An unmatched person is Not matched again (S-60), and so is one whose ids were cleared: only absence desyncs.
  if (facts.endedLink === 'left' || facts.endedLink === 'out_of_scope') return desynced(facts.endedLink)
  return plain('not_matched')
}

/** The status of a source record: as its pair, else new. A record it is linked to makes it synced. */
export function sourceStatus(facts: SourceFacts): Extract<Status, 'new' | 'matched' | 'may_match' | 'synced'> {
  if (facts.hasLiveLink) return 'synced'
  if (facts.pair === 'decided' || facts.pair === 'certain') return 'matched'
  return facts.pair === 'possible' ? 'may_match' : 'new'
}

function plain(status: DirectoryStatus['status']): DirectoryStatus {
  return { status, reason: null, notSeen: false, idReused: false }
}

function desynced(reason: 'left' | 'out_of_scope'): DirectoryStatus {
  return { ...plain('desynced'), reason }
}
