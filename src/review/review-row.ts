import type { ProblemCode } from '../kernel/index.ts'
import type { MatchPass, MatchReason, MatchRival, WhatIf } from '../matching/index.ts'
import type { PersonKind, Status } from '../roster/index.ts'
import type { Doubt } from './decision.ts'
import type { SourceDouble } from './source-doubles.ts'

/** A person said: never (`ever`), or not in this sync (`once`). */
export type SetAside = 'ever' | 'once' | null

/** One line of the review: ours left, the MIS's right, and what is known about the two. */
export interface ReviewRow {
  readonly kind: PersonKind
  readonly personId: string | null
  readonly sourceId: string | null
  readonly status: Status
  /** Why desynced; that a synced record came back, or its id may have been reused; New: the source has another record of them (C27). */
  readonly reason: 'left' | 'out_of_scope' | 'came_back' | 'id_reused' | 'double' | null
  /** Synced, though an incomplete read did not name it. */
  readonly notSeen: boolean
  /** New: the other record of the source that may be the same person; a person's word about this one does not end that. */
  readonly double: SourceDouble | null
  /** New: will be created. Matched and May match: will be linked. */
  readonly willImport: boolean
  /** New and Not matched: ignored for ever. Synced: left as they are this once. */
  readonly setAside: SetAside
  /** Why this sync leaves the person out though the source names them (D21). */
  readonly leftOut: ProblemCode | null
  readonly probability: number | null
  readonly bits: number | null
  readonly reasons: readonly MatchReason[]
  /** Why a pair that scores as certain is left to a person. */
  readonly guards: readonly string[]
  /** How the engine came to the pair; null where there is none. */
  readonly pass: MatchPass | null
  /** The best other pair that one of the two could make. */
  readonly rival: MatchRival | null
  /** What would change the answer (N-01). */
  readonly whatIf: readonly WhatIf[]
}

/** How many people stand in each status. */
export type StatusCounts = Readonly<Record<Status, number>>

/** How many rows of a kind stand in each status. */
export function countStatuses(rows: readonly ReviewRow[], kind: PersonKind): StatusCounts {
  const counts = { not_matched: 0, new: 0, matched: 0, may_match: 0, synced: 0, desynced: 0 }
  for (const row of rows) if (row.kind === kind) counts[row.status] += 1
  return counts
}

/** The doubts that a run with these rows leaves behind: people who may match somebody, or may be there twice, and whom it does not link. */
export function doubtsOf(rows: readonly ReviewRow[]): readonly Doubt[] {
  return rows.flatMap(({ kind, status, reason, sourceId, willImport }) =>
    (status === 'may_match' || reason === 'double') && sourceId !== null && !willImport ? [{ sourceKind: kind, sourceId }] : [],
  )
}
