import type { Evidence } from '../compare.ts'
import { EMAIL, UPN } from '../comparisons/index.ts'
import type { Run } from '../run.ts'
import type { Scored } from '../scored.ts'
import { MOVER_BASES, type MoverBasis, type MoverRow } from './mover.ts'

/** What decides between those who fit. */
export interface MoverChoice {
  /** People in all the other schools: so many candidates has each person before looking. */
  readonly candidates: number
  isPresent(left: number): boolean
}

/**
 * One to one: who shares an identifier first, then those whom their school no longer has, then by score; ids decide between
 * equals, so that no order of rows does. Whoever else could be meant takes from the chance of both.
 */
export function assignMovers(run: Run, scored: Scored, { candidates, isPresent }: MoverChoice): readonly MoverRow[] {
  const standings = [new Standings(), new Standings()] as const
  for (let place = 0; place < scored.size; place += 1) {
    standings[0].note(scored.leftAt(place), scored.bitsAt(place))
    standings[1].note(scored.rightAt(place), scored.bitsAt(place))
  }
  const { possibleFrom } = run.model.weights.thresholds
  const offers: MoverRow[] = []
  for (let place = 0; place < scored.size; place += 1) {
    const [left, right, bits] = [scored.leftAt(place), scored.rightAt(place), scored.bitsAt(place)]
    const sum = Math.max(standings[0].sumOf(left), standings[1].sumOf(right))
    const probability = 2 ** bits / (sum + candidates)
    if (probability < possibleFrom) continue
    const best = Math.max(standings[0].bestBeside(left, bits), standings[1].bestBeside(right, bits))
    const offer = offerOf(run, run.comparer.look(left, right), { probability, bestOther: best })
    if (offer !== null) offers.push(offer)
  }
  // sorting is stable: within a rank the strongest stays first
  offers.sort((one, other) => rankOf(one) - rankOf(other) || Number(isPresent(one.left)) - Number(isPresent(other.left)))
  return oneToOne(offers)
}

/** What says that the two are one person; null: nothing does. */
export function basisOf({ upn, email, nameBits, birthDate }: Evidence): MoverBasis | null {
  if (upn.level === UPN.of.same || upn.level === UPN.of.former) return 'upn'
  if (email.level === EMAIL.of.same) return 'email'
  return nameBits > 0 && birthDate.bits > 0 ? 'names' : null
}

function offerOf(
  { guards, model }: Run,
  evidence: Evidence,
  { probability, bestOther }: { readonly probability: number; readonly bestOther: number },
): MoverRow | null {
  const { bits, pattern, pair, nameBits, birthDate } = evidence
  const basis = basisOf(evidence)
  if (basis === null) return null
  const hasRival = bits - bestOther < model.weights.thresholds.marginBits
  const tripped = [...guards.of(evidence), ...(hasRival ? (['guard.rival'] as const) : [])]
  const isContradicted = nameBits < 0 || birthDate.bits < 0
  const isSure = probability >= model.weights.thresholds.certainFrom && tripped.length === 0 && !isContradicted
  return {
    left: pair.left,
    right: pair.right,
    basis,
    isIdentified: isSure && basis !== 'names',
    probability,
    bits,
    pattern,
    guards: tripped,
  }
}

function rankOf({ basis }: MoverRow): number {
  return MOVER_BASES.indexOf(basis)
}

function oneToOne(offers: readonly MoverRow[]): readonly MoverRow[] {
  const [lefts, rights] = [new Set<number>(), new Set<number>()]
  return offers.filter(({ left, right }) => {
    if (lefts.has(left) || rights.has(right)) return false
    lefts.add(left)
    rights.add(right)
    return true
  })
}

/** For each person of one side: the sum of the weights of their pairs, and the bits of the two best. Pairs come strongest first. */
class Standings {
  private readonly known = new Map<number, { sum: number; readonly first: number; second: number }>()

  note(row: number, bits: number): void {
    const it = this.known.get(row)
    if (it === undefined) this.known.set(row, { sum: 2 ** bits, first: bits, second: Number.NEGATIVE_INFINITY })
    else {
      it.sum += 2 ** bits
      it.second = Math.max(it.second, bits)
    }
  }

  sumOf(row: number): number {
    return this.known.get(row)?.sum ?? 0
  }

  /** The bits of the best pair besides one with these bits. */
  bestBeside(row: number, bits: number): number {
    const { first, second } = this.known.get(row) ?? { first: bits, second: Number.NEGATIVE_INFINITY }
    return bits === first ? second : first
  }
}
