import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { Candidate, MatchRival, WhatIf } from '../matching/index.ts'
import { placesOf, type RowPlace, rowsById, type ShownSide, type StoredRow } from '../review/index.ts'
import { matchIndexOf } from './match-indexes.ts'
import { factsOfReview, refuseIfNotReviewable } from './review-facts.ts'
import type { Run } from './run.ts'

/** Somebody who could be the other half of a row's pair, with the row they stand in. */
export interface FoundCandidate extends Candidate {
  readonly rowId: string
  readonly side: ShownSide
  /** Whom they are paired with now. */
  readonly takenBy: string | null
  /** The best of the others that were found. */
  readonly rival: (Pick<MatchRival, 'side' | 'bits'> & { readonly person: ShownSide }) | null
  /** Known of those who are the row's pair already. */
  readonly whatIf: readonly WhatIf[]
}

/** Whom to look for: a row of the review, the side to look on, and what a person typed. */
export interface CandidateSearch {
  readonly rowId: string
  readonly over: 'here' | 'mis' | undefined
  readonly typed: string
  readonly limit: number
}

/** Ranks everybody on the other side of a row (S-59); from either side, for typed text as well. */
export async function findCandidates(
  tx: SchoolTx,
  run: Run,
  { key, search }: { readonly key: Uint8Array; readonly search: CandidateSearch },
): Promise<Result<readonly FoundCandidate[], Problem>> {
  const mayLook = await refuseIfNotReviewable(tx, run)
  if (mayLook !== null) return fail(mayLook)
  const [row] = await rowsById(tx, run.id, [search.rowId])
  if (row === undefined) return fail(problem('row.not_found'))
  const over = search.over ?? (row.personId === null ? 'here' : 'mis')
  const wanted = over === 'here' ? row.sourceId : row.personId
  if (wanted === null) return fail(problem('row.act_impossible'))
  const index = await matchIndexOf(tx, run, { kind: row.kind, readFacts: () => factsOfReview(tx, run, key) })
  if (!index.ok) return index
  // a pair in doubt stands in one row: its other half can be chosen like anybody else
  const places = new Map((await placesOf(tx, run.id, row.kind)).map((it) => [over === 'here' ? it.personId : it.sourceId, it]))
  const isTaken = (it: RowPlace | undefined): boolean => it !== undefined && isPaired(it) && it.rowId !== row.rowId
  const { typed, limit } = search
  const ranked = index.value.rank({
    ...{ id: wanted, side: over === 'here' ? 'source' : 'directory', typed, limit },
    isOffered: (id) => places.has(id),
    // where nobody has asked for a name, who is surely somebody else's comes after everybody who is free
    comesLast: (id, probability) => typed.trim() === '' && probability < UNLIKELY_BELOW && isTaken(places.get(id)),
  })
  const rows = await rowsById(
    tx,
    run.id,
    ranked.flatMap(({ id }) => places.get(id)?.rowId ?? []),
  )
  const byRow = new Map(rows.map((it) => [it.rowId, it]))
  const found = ranked.flatMap((candidate) => {
    const it = byRow.get(places.get(candidate.id)?.rowId ?? '')
    const shown = over === 'here' ? it?.here : it?.there
    if (it === undefined || shown === null || shown === undefined) return []
    const partner = over === 'here' ? it.there : it.here
    const known = it.rowId === row.rowId ? { ...candidate, ...knownOf(row) } : { ...candidate, whatIf: [] }
    return [{ ...known, rowId: it.rowId, side: shown, takenBy: isTaken(it) ? (partner?.name ?? null) : null }]
  })
  return ok(found.map((it) => ({ ...it, rival: bestOther(found, it.id, over) })))
}

/** What the review says of the row's own pair: in the dialog it reads as in the details. */
function knownOf({ pass, probability, bits, reasons, guards, whatIf }: StoredRow) {
  return pass === null || probability === null || bits === null ? { whatIf: [] } : { probability, bits, reasons, guards, whatIf }
}

/** Of those who were found, the one with the most evidence besides this one. */
function bestOther(
  found: readonly Pick<FoundCandidate, 'id' | 'bits' | 'side'>[],
  id: string,
  over: 'here' | 'mis',
): FoundCandidate['rival'] {
  const [best] = found.filter((it) => it.id !== id).sort((a, b) => b.bits - a.bits)
  return best === undefined ? null : { side: over === 'here' ? 'directory' : 'source', bits: best.bits, person: best.side }
}

/** Below this chance a pair is called unlikely. */
export const UNLIKELY_BELOW = 0.05

function isPaired({ status, personId, sourceId }: RowPlace): boolean {
  return personId !== null && sourceId !== null && status !== 'desynced'
}
