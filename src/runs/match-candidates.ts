import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { Candidate, MatchIndex, MatchRival, Ranked, WhatIf } from '../matching/index.ts'
import { firstNamed, placesOf, type RowPlace, rowsById, type ShownSide, type StoredRow } from '../review/index.ts'
import type { PersonKind } from '../roster/index.ts'
import { matchIndexOf } from './match-indexes.ts'
import { factsOfReview, refuseIfNotReviewable } from './review-facts.ts'
import type { Run } from './run.ts'

/** Somebody who could be the other half of a row's pair, with the row they stand in. */
interface FoundCandidate extends Candidate {
  readonly row: StoredRow
  readonly side: ShownSide
  /** Whom they are paired with now. */
  readonly takenBy: string | null
  /** The best of the others that are offered. */
  readonly rival: (Pick<MatchRival, 'side' | 'bits'> & { readonly person: ShownSide }) | null
  /** Known of those who are the row's pair already. */
  readonly whatIf: readonly WhatIf[]
}

/** A page of those who could be the other half. */
export interface FoundCandidates {
  readonly found: readonly FoundCandidate[]
  readonly total: number
  /** How many more there are among those who were not asked for. */
  readonly hidden: { readonly leavers: number; readonly matched: number }
  /** Who has the typed name and can never be the other half. */
  readonly impossible: readonly { readonly name: string; readonly kind: PersonKind }[]
}

/** Whom to look for: a row of the review, the side to look on, what a person typed, and who is wanted besides those who are free. */
export interface CandidateSearch {
  readonly rowId: string
  readonly over?: 'here' | 'mis' | undefined
  readonly typed: string
  readonly limit: number
  readonly offset: number
  readonly leavers: boolean
  readonly matched: boolean
}

/** A search that can be made: over one side, for the record of the other. */
interface Wanted {
  readonly search: CandidateSearch
  readonly row: StoredRow
  readonly over: 'here' | 'mis'
  /** The record whose other half is looked for. */
  readonly id: string
}

/** Below this chance a pair is called unlikely. */
export const UNLIKELY_BELOW = 0.05
/** Enough to see that somebody of that name is of the other kind. */
const IMPOSSIBLE_MAX = 3

/** Ranks everybody on the other side of a row (S-59); from either side, for typed text as well. */
export async function findCandidates(
  tx: SchoolTx,
  run: Run,
  { key, search }: { readonly key: Uint8Array; readonly search: CandidateSearch },
): Promise<Result<FoundCandidates, Problem>> {
  const mayLook = await refuseIfNotReviewable(tx, run)
  if (mayLook !== null) return fail(mayLook)
  const [row] = await rowsById(tx, run.id, [search.rowId])
  if (row === undefined) return fail(problem('row.not_found'))
  const over = search.over ?? (row.personId === null ? 'here' : 'mis')
  const id = over === 'here' ? row.sourceId : row.personId
  if (id === null) return fail(problem('row.act_impossible'))
  const index = await matchIndexOf(tx, run, { kind: row.kind, readFacts: () => factsOfReview(tx, run, key) })
  if (!index.ok) return index
  const wanted: Wanted = { search, row, over, id }
  // a pair in doubt stands in one row: its other half can be chosen like anybody else
  const all = (await placesOf(tx, run.id, row.kind)).filter((it) => recordOf(it, over) !== null)
  const shown = all.filter((it) => hiddenAs(it, wanted) === null)
  const ranked = rank(index.value, shown, wanted)
  const count = (as: 'leavers' | 'matched'): number => all.filter((it) => hiddenAs(it, wanted) === as).length
  return ok({
    found: await foundOf(tx, run, { wanted, ranked, places: byRecord(shown, over) }),
    total: ranked.total,
    hidden: { leavers: count('leavers'), matched: count('matched') },
    impossible: await impossibleOf(tx, run, wanted),
  })
}

function rank(index: MatchIndex, shown: readonly RowPlace[], { search, row, over, id }: Wanted): Ranked {
  const places = byRecord(shown, over)
  const { typed, limit, offset } = search
  return index.rank({
    ...{ id, side: over === 'here' ? 'source' : 'directory', typed, limit, offset },
    isOffered: (other) => places.has(other),
    // where nobody has asked for a name, who is surely somebody else's comes after everybody who is free
    comesLast: (other, probability) => typed.trim() === '' && probability < UNLIKELY_BELOW && isTaken(places.get(other), row),
  })
}

async function foundOf(
  tx: SchoolTx,
  run: Run,
  { wanted, ranked, places }: { wanted: Wanted; ranked: Ranked; places: ReadonlyMap<string, RowPlace> },
): Promise<readonly FoundCandidate[]> {
  const { row, over } = wanted
  const ids = [...ranked.found, ...ranked.best].flatMap(({ id }) => places.get(id)?.rowId ?? [])
  const byRow = new Map((await rowsById(tx, run.id, [...new Set(ids)])).map((it) => [it.rowId, it]))
  const rowOf = (id: string): StoredRow | undefined => byRow.get(places.get(id)?.rowId ?? '')
  const sideOf = (it: StoredRow | undefined): ShownSide | null => (over === 'here' ? it?.here : it?.there) ?? null
  const rivalOf = (id: string): FoundCandidate['rival'] => {
    const best = ranked.best.find((it) => it.id !== id)
    const person = best === undefined ? null : sideOf(rowOf(best.id))
    return best === undefined || person === null ? null : { side: over === 'here' ? 'directory' : 'source', bits: best.bits, person }
  }
  return ranked.found.flatMap((candidate): FoundCandidate[] => {
    const it = rowOf(candidate.id)
    const side = sideOf(it)
    if (it === undefined || side === null) return []
    const partner = over === 'here' ? it.there : it.here
    const known = it.rowId === row.rowId ? { ...candidate, ...knownOf(row) } : { ...candidate, whatIf: [] }
    return [{ ...known, row: it, side, takenBy: isTaken(it, row) ? (partner?.name ?? null) : null, rival: rivalOf(candidate.id) }]
  })
}

/** What the review says of the row's own pair: in the dialog it reads as in the details. */
function knownOf({ pass, probability, bits, reasons, guards, whatIf }: StoredRow) {
  return pass === null || probability === null || bits === null ? { whatIf: [] } : { probability, bits, reasons, guards, whatIf }
}

/** People of the other kind with the typed name: whoever looks for them is told why they are not among the others. */
async function impossibleOf(tx: SchoolTx, run: Run, { search, row, over }: Wanted): Promise<FoundCandidates['impossible']> {
  if (search.typed.trim() === '' || search.offset > 0) return []
  const kind = row.kind === 'pupil' ? 'staff' : 'pupil'
  const named = await firstNamed(tx, run.id, { kind, q: search.typed, side: over, limit: IMPOSSIBLE_MAX })
  return named.flatMap((it) => {
    const name = (over === 'here' ? it.here : it.there)?.name
    return name === undefined ? [] : [{ name, kind }]
  })
}

/** As which of those who were not asked for somebody is not shown. Null: they are shown. */
function hiddenAs(place: RowPlace, { search, row }: Wanted): 'leavers' | 'matched' | null {
  if (place.rowId === row.rowId) return null
  if (place.status === 'desynced') return search.leavers ? null : 'leavers'
  const isMatched = place.status === 'matched' || place.status === 'synced'
  return isMatched && !search.matched ? 'matched' : null
}

function byRecord(places: readonly RowPlace[], over: 'here' | 'mis'): ReadonlyMap<string, RowPlace> {
  return new Map(
    places.flatMap((it) => {
      const id = recordOf(it, over)
      return id === null ? [] : [[id, it] as const]
    }),
  )
}

function recordOf(it: RowPlace, over: 'here' | 'mis'): string | null {
  return over === 'here' ? it.personId : it.sourceId
}

/** Paired with somebody who is not the row's. */
function isTaken(it: RowPlace | undefined, row: StoredRow): boolean {
  return it !== undefined && it.personId !== null && it.sourceId !== null && it.status !== 'desynced' && it.rowId !== row.rowId
}
