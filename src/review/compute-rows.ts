import type { DirectoryPerson } from '../directory/index.ts'
import { directoryStatus, type MatchPair, type MatchResult, sourceStatus } from '../matching/index.ts'
import { type PersonKind, recordKey } from '../roster/index.ts'
import { isAbsenceProven, type ReviewInput, type Sides, sidesOf } from './facts.ts'
import { matchPeople } from './match-people.ts'
import type { ReviewRow, SetAside } from './review-row.ts'
import { indexSaid, type Said } from './said.ts'
import { type SourceDouble, sourceDoubles } from './source-doubles.ts'

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
    const isHere = (it: string): boolean => linked.has(it) || paired.has(it)
    // whom a person does not want is nobody's second record
    const wanted = [...sides.theirs.values()].filter((it) => isHere(it.sourceId) || said.importing(kind, it.sourceId) !== 'no')
    const doubleOf = sourceDoubles([...sides.theirs.values()], { among: wanted, isFirst: isHere })
    const rows = { input, said, sides, pairs: new Map(result.pairs.map((it) => [it.directoryId, it])), contradicted, reused, doubleOf }
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
  doubleOf(sourceId: string): SourceDouble | null
}

function directoryRow(person: DirectoryPerson, { input, said, sides, pairs, contradicted, doubleOf }: Rows): ReviewRow {
  const { kind, live, revived, ended, theirs } = sides
  const linkedId = live.get(person.id) ?? (contradicted.has(person.id) ? undefined : revived.get(person.id))
  const pair = pairs.get(person.id)
  const isLinked = linkedId !== undefined
  // however sure the engine is of whom a person manages by hand: a person decides (D3)
  const isAsked = sides.byHand.has(person.id) && pair?.pass !== 'decided'
  const status = directoryStatus({
    hasLiveLink: isLinked,
    isSeen: linkedId !== undefined && theirs.has(linkedId) && input.snapshot.named.has(recordKey(kind, linkedId)),
    isAbsenceProven: linkedId !== undefined && isAbsenceProven(kind, linkedId, input.snapshot),
    isInScope: linkedId === undefined || theirs.has(linkedId) || !input.snapshot.current.has(recordKey(kind, linkedId)),
    pair: isLinked || pair === undefined ? null : isAsked ? 'possible' : factOf(pair),
    endedLink: isLinked ? null : (ended.get(person.id) ?? null),
    isContradicted: contradicted.has(person.id),
  })
  const sourceId = linkedId ?? pair?.sourceId ?? null
  // of two records of one person nobody is linked unseen (C27)
  const isDouble = status.status === 'may_match' && sourceId !== null && doubleOf(sourceId) !== null
  const cameBack = status.status === 'synced' && revived.has(person.id)
  return {
    kind,
    personId: person.id,
    sourceId,
    status: status.status,
    reason: status.idReused ? 'id_reused' : cameBack ? 'came_back' : status.reason,
    notSeen: status.notSeen,
    double: null,
    setAside: asideOfOurs(status.status, { kind, personId: person.id, sourceId }, said),
    willImport:
      !isAsked &&
      !isDouble &&
      isPairTaken(status.status, pair, { kind, input, said }) &&
      (sourceId === null || said.importing(kind, sourceId) !== 'no'),
    leftOut: status.idReused ? 'person.id_reused' : sourceId === null ? null : (input.leftOut.get(recordKey(kind, sourceId)) ?? null),
    ...evidenceOf(pair),
  }
}

function newRow(sourceId: string, { input, said, sides: { kind }, reused, doubleOf }: Rows): ReviewRow {
  const importing = said.importing(kind, sourceId)
  const isIgnored = said.asideOf(kind, sourceId) === 'ever'
  // nothing is wrong with whom nobody wants
  const leftOut = isIgnored ? null : reused.has(sourceId) ? 'person.id_reused' : (input.leftOut.get(recordKey(kind, sourceId)) ?? null)
  const double = doubleOf(sourceId)
  // two records of one person never become two people here unless somebody says that they are two (C27)
  const isHeld = double !== null && importing === null && leftOut === null
  return {
    kind,
    personId: null,
    sourceId,
    status: sourceStatus({ hasLiveLink: false, pair: null }),
    reason: isHeld ? 'double' : null,
    notSeen: false,
    double,
    setAside: isIgnored ? 'ever' : null,
    willImport:
      leftOut === null && !isHeld && (importing === null ? input.importNew[kind] && !said.isInDoubt(kind, sourceId) : importing === 'yes'),
    leftOut,
    ...evidenceOf(undefined),
  }
}

/** Whether a person set somebody we hold aside: who has no record there for ever, who is linked in this run. */
function asideOfOurs(
  status: ReviewRow['status'],
  { kind, personId, sourceId }: { readonly kind: PersonKind; readonly personId: string; readonly sourceId: string | null },
  said: Said,
): SetAside {
  if (status === 'not_matched') return said.isIgnored(personId) ? 'ever' : null
  return status === 'synced' && sourceId !== null && said.asideOf(kind, sourceId) === 'once' ? 'once' : null
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
