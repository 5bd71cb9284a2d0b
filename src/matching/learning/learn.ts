import { match } from '../match.ts'
import type { Learned } from '../types.ts'
import type { Weights } from '../weights/index.ts'
import { DECISIONS_MIN, type DecidedChance, learnThresholds, POSSIBLE_BOUNDS } from './calibrate.ts'
import { frequentNames, learnAliases, type ProposedAlias } from './learn-aliases.ts'
import { learnWeights } from './learn-weights.ts'
import { keyOf, type LabelledPair, type SchoolAsDecided } from './said-pair.ts'

/** What a school's decisions teach, and what it was learnt from. */
export interface Lesson extends Learned {
  readonly aliases: readonly ProposedAlias[]
  /** Explicit decisions whose two records are known. */
  readonly decisions: number
}

/** A school as decisions found it, with how alike the pairs were. */
export interface LabelledSchool {
  readonly school: SchoolAsDecided
  readonly pairs: readonly LabelledPair[]
}

/**
 * Learns from explicit decisions: weights, thresholds, aliases. The same decisions in any order teach the same, and none
 * teaches nothing.
 */
export function learn(shipped: Weights, schools: readonly LabelledSchool[]): Lesson {
  const pairs = schools.flatMap((it) => it.pairs)
  const moved = learnWeights(
    shipped,
    pairs.filter((it) => it.isSame).map((it) => it.levels),
  )
  const aliases = learnAliases(pairs, frequentNames(schools.flatMap(({ school }) => [school.directory, school.source])))
  // asking the engine takes long, and fewer decisions move no threshold
  const chances = pairs.length < DECISIONS_MIN ? [] : schools.flatMap((it) => chancesIn(it, { weights: moved, aliases }))
  const version = pairs.length === 0 ? shipped.version : `${shipped.version}+learnt`
  const weights = { ...moved, version, thresholds: learnThresholds(shipped.thresholds, chances) }
  return { weights, aliases, decisions: pairs.length }
}

/** The chances that the engine gives to pairs people decided about; a pair far from possible has none. */
function chancesIn({ school, pairs }: LabelledSchool, { weights, aliases }: Learned): readonly DecidedChance[] {
  const { kind, directory, source, standing } = school
  const thresholds = { ...weights.thresholds, possibleFrom: POSSIBLE_BOUNDS.min }
  const result = match({
    kind,
    directory,
    source,
    standing,
    decided: [],
    vetoed: [],
    learned: { weights: { ...weights, thresholds }, aliases },
  })
  const found = new Map(result.pairs.map((it) => [keyOf(it), it]))
  return pairs.flatMap((pair) => {
    const it = found.get(keyOf(pair))
    return it === undefined ? [] : [{ probability: it.probability, isSame: pair.isSame, isGuarded: it.guards.length > 0 }]
  })
}
