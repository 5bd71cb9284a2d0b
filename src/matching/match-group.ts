import { assign } from './assign.ts'
import type { Evidence } from './compare.ts'
import { isFarApart, isOtherForename } from './comparisons/index.ts'
import { exactCouples, identifierCouples } from './keyed-passes.ts'
import type { Group } from './model/index.ts'
import { bitsFor, effectiveCandidates, OVERLAP_MAX, overlapOfEvidence, overlapOfExact, posterior } from './prior.ts'
import { scoredPairs } from './residual/index.ts'
import type { Run } from './run.ts'

/** Pairs that are known before anything is compared, by their rows. */
export interface Known {
  readonly decided: readonly (readonly [left: number, right: number])[]
  readonly standing: readonly (readonly [left: number, right: number])[]
}

/**
 * Pairs the people of one group, every pass over everybody before a weaker pass: decisions and standing links, identifiers,
 * exact names with birth date, then a score for whoever is left. Gives the standing links that are contradicted.
 */
export function matchGroup(run: Run, group: Group, known: Known): (readonly [left: number, right: number])[] {
  run.begin(group)
  try {
    keepDecided(run, known.decided)
    const contradicted = keepStanding(run, known.standing)
    takeIdentified(run)
    takeExact(run)
    scoreTheRest(run)
    return contradicted
  } finally {
    run.end()
  }
}

/** A person's word needs no evidence. */
function keepDecided(run: Run, decided: Known['decided']): void {
  for (const [left, right] of decided) {
    if (!run.isFree(left, right)) continue
    const evidence = run.comparer.look(left, right)
    run.take(evidence, { pass: 'decided', bits: evidence.bits, probability: 1 })
  }
}

/** Keeps live links, but sets those aside whose name and birth date both speak against them: the id may have been reused. */
function keepStanding(run: Run, standing: Known['standing']): (readonly [left: number, right: number])[] {
  const contradicted: (readonly [left: number, right: number])[] = []
  for (const [left, right] of standing) {
    if (!run.isFree(left, right)) continue
    const evidence = run.comparer.look(left, right)
    if (isContradicted(run, evidence)) {
      contradicted.push([left, right])
      run.settle(left, right)
      continue
    }
    const bits = evidence.bits + run.model.weights.standingLinkBits
    run.take(evidence, { pass: 'standing', bits, probability: posterior(bits, run.size) })
  }
  return contradicted
}

/** Names and birth date both speak against the link; another forename with a date far off may be the brother or sister. */
function isContradicted({ model, size }: Run, { birthDate, forename, areNamesSwapped, nameBits, bits, pair }: Evidence): boolean {
  const isSibling = !areNamesSwapped && isOtherForename(forename, pair.names) && isFarApart(birthDate)
  const isStranger = nameBits < 0 && birthDate.bits < 0
  return (isSibling || isStranger) && posterior(bits, size) < model.weights.thresholds.possibleFrom
}

function takeIdentified(run: Run): void {
  const couples = identifierCouples(run)
  for (let at = 0; at < couples.length; at += 2) {
    run.takeIfCertain(couples[at] ?? 0, couples[at + 1] ?? 0, { pass: 'identifier', candidates: run.size })
  }
}

function takeExact(run: Run): void {
  const couples = exactCouples(run)
  const smaller = Math.min(run.group.directory.length, run.group.source.length)
  const candidates = effectiveCandidates({ candidates: run.size, overlap: overlapOfExact(couples.length / 2, smaller) })
  for (let at = 0; at < couples.length; at += 2) run.takeIfCertain(couples[at] ?? 0, couples[at + 1] ?? 0, { pass: 'exact', candidates })
}

/** Fewer candidates than this are not believed: who is left is not left by chance (leavers and joiners share surnames). */
const CANDIDATES_MIN = 64

function scoreTheRest(run: Run): void {
  const left = run.group.directory.filter((row) => !run.isSettled(0, row))
  const right = run.group.source.filter((row) => !run.isSettled(1, row))
  if (left.length === 0 || right.length === 0) return
  const candidates = Math.max(left.length, right.length, CANDIDATES_MIN)
  const { possibleFrom } = run.model.weights.thresholds
  const bitsMin = bitsFor(possibleFrom, effectiveCandidates({ candidates, overlap: OVERLAP_MAX }))
  const scored = scoredPairs(run, { left, right }, bitsMin)
  const overlap = overlapOfEvidence(scored, candidates, Math.min(left.length, right.length))
  assign(run, scored, effectiveCandidates({ candidates, overlap }))
}
