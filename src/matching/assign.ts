import type { Evidence } from './compare.ts'
import type { Guard } from './guards.ts'
import type { Person } from './prepare.ts'
import type { MatchPair } from './types.ts'

/** Chance from which a pair may be taken without a person, and from which it is shown at all (MATCHING.md, "Decide"). */
export const CERTAIN_FROM = 0.998
export const POSSIBLE_FROM = 0.3
/** How many bits a certain pair stands above the best other pair of either of its two people. */
const MARGIN_BITS = 3

/** Bits below which a pair cannot be shown, with this many candidates. */
export function bitsToBePossible(candidates: number): number {
  return Math.log2((candidates * POSSIBLE_FROM) / (1 - POSSIBLE_FROM))
}

/** Chance that the pair is one person, when each of so many candidates is as likely as the others before looking. */
export function posterior(bits: number, candidates: number): number {
  const weight = 2 ** bits
  return weight / (weight + candidates)
}

/**
 * Pairs one to one. Takes evidence in the order of `strongestFirst`; ids decide between equals, so the order of the rows does
 * not. A rival on either side takes from the chance of both, and one within the margin leaves the choice to a person.
 */
export function assign(ordered: readonly Evidence[], candidates: number, guardsOf: (evidence: Evidence) => Guard[]): MatchPair[] {
  const rivalry = rivalryOf(ordered)
  const taken = new Set<Person>()
  const pairs: MatchPair[] = []
  for (const it of ordered) {
    if (taken.has(it.directory) || taken.has(it.source)) continue
    const sum = Math.max(rivalry.sumOf(it.directory), rivalry.sumOf(it.source))
    const probability = 2 ** it.bits / (sum + candidates)
    if (probability < POSSIBLE_FROM) continue
    taken.add(it.directory).add(it.source)
    pairs.push(verdictOn(it, { probability, hasRival: rivalry.marginOf(it) < MARGIN_BITS, guardsOf }))
  }
  return pairs
}

interface Standing {
  readonly probability: number
  readonly hasRival: boolean
  guardsOf(evidence: Evidence): Guard[]
}

function verdictOn(evidence: Evidence, { probability, hasRival, guardsOf }: Standing): MatchPair {
  const tripped: Guard[] = [...guardsOf(evidence), ...(hasRival ? (['guard.rival'] as const) : [])]
  const isCertain = probability >= CERTAIN_FROM && tripped.length === 0
  return pairOf(evidence, { verdict: isCertain ? 'certain' : 'possible', pass: 'scored', probability, guards: tripped })
}

/** The pair as the caller gets it. */
export function pairOf(evidence: Evidence, about: Pick<MatchPair, 'verdict' | 'pass' | 'probability' | 'guards'>): MatchPair {
  const { directory, source, bits, reasons } = evidence
  return { directoryId: directory.id, sourceId: source.id, ...about, bits, reasons, rival: null, whatIf: [] }
}

interface Rivalry {
  /** Sum of the weights of all pairs of a person. */
  sumOf(person: Person): number
  /** Bits between a pair and the best other pair of its two people. */
  marginOf(evidence: Evidence): number
}

/** Takes pairs in a fixed order, so that the sums of floating point numbers are the same in every run. */
function rivalryOf(ordered: readonly Evidence[]): Rivalry {
  const own = new Map<Person, { sum: number; readonly bits: number[] }>()
  for (const it of ordered) {
    for (const person of [it.directory, it.source]) {
      const known = own.get(person)
      if (!known) own.set(person, { sum: 2 ** it.bits, bits: [it.bits] })
      else {
        known.sum += 2 ** it.bits
        known.bits.push(it.bits)
      }
    }
  }
  // Strongest first: of a pair's own bits and its best rival, the pair stands among the first two or has a rival above it.
  const bestOther = (person: Person, bits: number): number => {
    const [first = -Infinity, second = -Infinity] = own.get(person)?.bits ?? []
    return first === bits ? second : first
  }
  return {
    sumOf: (person) => own.get(person)?.sum ?? 0,
    marginOf: ({ directory, source, bits }) => bits - Math.max(bestOther(directory, bits), bestOther(source, bits)),
  }
}

/** The order of assignment: it does not depend on the order of the rows. */
export function strongestFirst(left: Evidence, right: Evidence): number {
  return right.bits - left.bits || byId(left.directory.id, right.directory.id) || byId(left.source.id, right.source.id)
}

/** By code unit, the same in every language setting. */
export function byId(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
