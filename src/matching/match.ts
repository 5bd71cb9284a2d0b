import { assign, bitsToBePossible, byId, CERTAIN_FROM, POSSIBLE_FROM, pairOf, posterior, strongestFirst } from './assign.ts'
import { candidatePairs } from './candidates.ts'
import { compare, type Evidence } from './compare.ts'
import { isFarApart } from './comparisons/index.ts'
import { type Guard, guardsFor } from './guards.ts'
import { buildModel, type Model } from './model.ts'
import { type Couple, couplesByKey, exactKeys, identifierKeys } from './passes.ts'
import { type Person, preparer } from './prepare.ts'
import { effectiveCandidates, OVERLAP_MAX, overlapOfEvidence, overlapOfExact } from './prior.ts'
import type { MatchInput, MatchPair, MatchPass, MatchResult, PairKey } from './types.ts'

/**
 * Pairs the people of a source with the people we hold, one to one, every pass over everybody before a weaker pass:
 * decisions and standing links, identifiers, exact names with birth date, then a score for whoever is left.
 *
 * The order of the rows never matters. Nobody is certain who has an equal rival. Pairs that name a record outside the
 * input are passed over: whoever is missing from a read is for `directoryStatus`.
 */
export function match(input: MatchInput): MatchResult {
  const run = begin(input)
  keepDecided(run, input.decided)
  const contradicted = keepStanding(run, input.standing)
  settle(run, { pass: 'identifier', couples: couplesByKey(run.directory, run.source, identifierKeys(run.model)), candidates: run.size })
  const exact = couplesByKey(run.directory, run.source, exactKeys)
  const smaller = Math.min(input.directory.length, input.source.length)
  settle(run, {
    pass: 'exact',
    couples: exact,
    candidates: effectiveCandidates({ candidates: run.size, overlap: overlapOfExact(exact.length, smaller) }),
  })
  scoreTheRest(run)
  return { pairs: run.pairs.sort((left, right) => byId(left.directoryId, right.directoryId)), contradicted }
}

/** What one run knows and has settled so far. */
interface Run {
  readonly model: Model
  readonly directory: readonly Person[]
  readonly source: readonly Person[]
  /** Records on the larger side, at least 1: so many candidates has each person before looking. */
  readonly size: number
  readonly settled: Set<Person>
  readonly pairs: MatchPair[]
  readonly isVetoed: (couple: Couple) => boolean
  readonly find: (key: PairKey) => Couple | null
  readonly guardsOf: (evidence: Evidence) => Guard[]
}

function begin(input: MatchInput): Run {
  const prepare = preparer()
  const directory = input.directory.map(prepare)
  const source = input.source.map(prepare)
  const model = buildModel(input.kind, directory, source, input.learned?.weights)
  const vetoes = new Set(input.vetoed.map((veto) => JSON.stringify([veto.directoryId, veto.sourceId])))
  const directoryById = new Map(directory.map((person) => [person.id, person]))
  const sourceById = new Map(source.map((person) => [person.id, person]))
  return {
    model,
    directory,
    source,
    size: Math.max(directory.length, source.length, 1),
    settled: new Set(),
    pairs: [],
    isVetoed: ([left, right]) => vetoes.size > 0 && vetoes.has(JSON.stringify([left.id, right.id])),
    find: (key) => {
      const left = directoryById.get(key.directoryId)
      const right = sourceById.get(key.sourceId)
      return left && right ? [left, right] : null
    },
    guardsOf: guardsFor(model, directory, source),
  }
}

function take(run: Run, pair: MatchPair, couple: Couple): void {
  run.pairs.push(pair)
  for (const person of couple) run.settled.add(person)
}

function isFree(run: Run, couple: Couple): boolean {
  return couple.every((person) => !run.settled.has(person)) && !run.isVetoed(couple)
}

/** Known couples of a list of keys, in an order that does not depend on the caller's. */
function couplesOf(run: Run, keys: readonly PairKey[]): Couple[] {
  const ordered = [...keys].sort((left, right) => byId(left.directoryId, right.directoryId) || byId(left.sourceId, right.sourceId))
  return ordered.map(run.find).filter((couple) => couple !== null)
}

/** A person's word needs no evidence. */
function keepDecided(run: Run, decided: readonly PairKey[]): void {
  for (const couple of couplesOf(run, decided)) {
    if (!isFree(run, couple)) continue
    const evidence = withReason(compare(run.model, ...couple), 'decided.by_person', 0)
    take(run, pairOf(evidence, { verdict: 'certain', pass: 'decided', probability: 1, guards: [] }), couple)
  }
}

/** Keeps live links, but sets those aside whose name and birth date both speak against them: the id may have been reused. */
function keepStanding(run: Run, standing: readonly PairKey[]): PairKey[] {
  const contradicted: PairKey[] = []
  for (const couple of couplesOf(run, standing)) {
    if (!isFree(run, couple)) continue
    const found = compare(run.model, ...couple)
    if (isContradicted(found, run.size)) {
      contradicted.push({ directoryId: found.directory.id, sourceId: found.source.id })
      for (const person of couple) run.settled.add(person)
      continue
    }
    const evidence = withReason(found, 'standing.linked', run.model.weights.standingLinkBits)
    const probability = posterior(evidence.bits, run.size)
    take(run, pairOf(evidence, { verdict: 'certain', pass: 'standing', probability, guards: [] }), couple)
  }
  return contradicted
}

/** Names and birth date both speak against the link; another forename with a date far off may be the brother or sister. */
function isContradicted(evidence: Evidence, candidates: number): boolean {
  const { birthDate, forename, areNamesSwapped, nameBits } = evidence
  const isSibling = !areNamesSwapped && forename?.level === 'different' && isFarApart(birthDate)
  const isStranger = nameBits < 0 && (birthDate?.bits ?? 0) < 0
  return (isSibling || isStranger) && posterior(evidence.bits, candidates) < POSSIBLE_FROM
}

function withReason(evidence: Evidence, code: string, bits: number): Evidence {
  return { ...evidence, bits: bits + evidence.bits, reasons: [{ code, params: {}, bits }, ...evidence.reasons] }
}

/** Takes the couples of a pass that are certain; the others stay for the scores, where their rivals are. */
function settle(run: Run, of: { readonly pass: MatchPass; readonly couples: readonly Couple[]; readonly candidates: number }): void {
  for (const couple of of.couples) {
    if (!isFree(run, couple)) continue
    const evidence = compare(run.model, ...couple)
    const probability = posterior(evidence.bits, of.candidates)
    if (probability < CERTAIN_FROM || run.guardsOf(evidence).length > 0) continue
    take(run, pairOf(evidence, { verdict: 'certain', pass: of.pass, probability, guards: [] }), couple)
  }
}

/** Fewer candidates than this are not believed: who is left is not left by chance (leavers and joiners share surnames). */
const CANDIDATES_MIN = 64

function scoreTheRest(run: Run): void {
  const directory = run.directory.filter((person) => !run.settled.has(person))
  const source = run.source.filter((person) => !run.settled.has(person))
  if (directory.length === 0 || source.length === 0) return
  const candidates = Math.max(directory.length, source.length, CANDIDATES_MIN)
  const bitsMin = bitsToBePossible(effectiveCandidates({ candidates, overlap: OVERLAP_MAX }))
  const evidence = candidatePairs(run.model, { directory, source }, bitsMin)
    .filter((couple) => !run.isVetoed(couple))
    .map((couple) => compare(run.model, ...couple))
    .filter((it) => it.bits >= bitsMin)
    .sort(strongestFirst)
  const overlap = overlapOfEvidence(evidence, candidates, Math.min(directory.length, source.length))
  run.pairs.push(...assign(evidence, effectiveCandidates({ candidates, overlap }), run.guardsOf))
}
