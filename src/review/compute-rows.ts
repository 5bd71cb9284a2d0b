import type { DirectoryPerson } from '../directory/index.ts'
import { directoryStatus, type MatchPair, type MatchResult, sourceStatus } from '../matching/index.ts'
import { type PersonKind, recordKey } from '../roster/index.ts'
import { isAbsenceProven, type ReviewInput, type Sides, sidesOf } from './facts.ts'
import { matchPeople } from './match-people.ts'
import type { ReviewRow } from './review-row.ts'
import { indexSaid, type Said } from './said.ts'

const KINDS: readonly PersonKind[] = ['staff', 'pupil']

/**
 * The rows a coordinator reviews: one for each person we hold and one for each New person. A pure reading of links,
 * decisions and the snapshot: the same facts give the same rows.
 */
export function computeRows(input: ReviewInput): readonly ReviewRow[] {
  const said = indexSaid(input.decisions)
  return KINDS.flatMap((kind) => {
    const sides = sidesOf(kind, input)
    const result = matchPeople(sides, input, said)
    const paired = new Set(result.pairs.map((it) => it.sourceId))
    const contradicted = contradictedIds(result)
    // the id of somebody who had left, now said of somebody else: nothing is revived, and nobody is set up under it (N-12)
    const reused = new Set([...sides.revived].flatMap(([personId, sourceId]) => (contradicted.has(personId) ? [sourceId] : [])))
    const linked = new Set([...sides.live.values(), ...[...sides.revived.values()].filter((it) => !reused.has(it))])
    const rows = { input, said, sides, pairs: new Map(result.pairs.map((it) => [it.directoryId, it])), contradicted, reused }
    const fresh = [...sides.theirs.keys()].filter((it) => !paired.has(it) && !linked.has(it))
    return [...sides.ours.map((it) => directoryRow(it, rows)), ...fresh.map((it) => newRow(it, rows))]
  })
}

interface Rows {
  readonly input: ReviewInput
  readonly said: Said
  readonly sides: Sides
  readonly pairs: ReadonlyMap<string, MatchPair>
  readonly contradicted: ReadonlySet<string>
  readonly reused: ReadonlySet<string>
}

function directoryRow(person: DirectoryPerson, { input, said, sides, pairs, contradicted }: Rows): ReviewRow {
  const { kind, live, revived, ended, theirs } = sides
  const linkedId = live.get(person.id) ?? (contradicted.has(person.id) ? undefined : revived.get(person.id))
  const pair = pairs.get(person.id)
  const isLinked = linkedId !== undefined
  const status = directoryStatus({
    hasLiveLink: isLinked,
    isSeen: linkedId !== undefined && theirs.has(linkedId) && input.snapshot.named.has(recordKey(kind, linkedId)),
    isAbsenceProven: linkedId !== undefined && isAbsenceProven(kind, linkedId, input.snapshot),
    isInScope: linkedId === undefined || theirs.has(linkedId) || !input.snapshot.current.has(recordKey(kind, linkedId)),
    pair: isLinked || pair === undefined ? null : factOf(pair),
    endedLink: isLinked ? null : (ended.get(person.id) ?? null),
    isContradicted: contradicted.has(person.id),
  })
  const sourceId = linkedId ?? pair?.sourceId ?? null
  const cameBack = status.status === 'synced' && revived.has(person.id)
  return {
    kind,
    personId: person.id,
    sourceId,
    status: status.status,
    reason: status.idReused ? 'id_reused' : cameBack ? 'came_back' : status.reason,
    notSeen: status.notSeen,
    willImport: isPairTaken(status.status, pair, { kind, input, said }) && (sourceId === null || said.importing(kind, sourceId) !== 'no'),
    leftOut: status.idReused ? 'person.id_reused' : sourceId === null ? null : (input.leftOut.get(recordKey(kind, sourceId)) ?? null),
    ...evidenceOf(pair),
  }
}

function newRow(sourceId: string, { input, said, sides: { kind }, reused }: Rows): ReviewRow {
  const importing = said.importing(kind, sourceId)
  const leftOut = reused.has(sourceId) ? 'person.id_reused' : (input.leftOut.get(recordKey(kind, sourceId)) ?? null)
  return {
    kind,
    personId: null,
    sourceId,
    status: sourceStatus({ hasLiveLink: false, pair: null }),
    reason: null,
    notSeen: false,
    willImport: leftOut === null && (importing === null ? input.importNew[kind] && !said.isInDoubt(kind, sourceId) : importing === 'yes'),
    leftOut,
    ...evidenceOf(undefined),
  }
}

/** Matched rows are linked on save; May match rows, and those that were ones, where the school or the caller says so (D11). */
function isPairTaken(
  status: ReviewRow['status'],
  pair: MatchPair | undefined,
  { kind, input, said }: { readonly kind: PersonKind; readonly input: ReviewInput; readonly said: Said },
): boolean {
  if (status === 'may_match') return input.acceptMayMatch
  if (status !== 'matched' || pair === undefined) return false
  return pair.pass === 'decided' || input.acceptMayMatch || !said.isInDoubt(kind, pair.sourceId)
}

function factOf(pair: MatchPair): 'decided' | 'certain' | 'possible' {
  return pair.pass === 'decided' ? 'decided' : pair.verdict
}

function evidenceOf(
  pair: MatchPair | undefined,
): Pick<ReviewRow, 'probability' | 'bits' | 'reasons' | 'guards' | 'pass' | 'rival' | 'whatIf'> {
  return {
    probability: pair?.probability ?? null,
    bits: pair?.bits ?? null,
    reasons: pair?.reasons ?? [],
    guards: pair?.guards ?? [],
    pass: pair?.pass ?? null,
    rival: pair?.rival ?? null,
    whatIf: pair?.whatIf ?? [],
  }
}

function contradictedIds(result: MatchResult): ReadonlySet<string> {
  return new Set(result.contradicted.map((it) => it.directoryId))
}
