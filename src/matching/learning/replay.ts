import { match } from '../match.ts'
import type { Learned, MatchPair, PairKey } from '../types.ts'
import type { Weights } from '../weights/index.ts'
import { calibrationCurve } from './calibrate.ts'
import { type LabelledSchool, learn } from './learn.ts'
import { type Answer, type Contradiction, precisionOf, type ReplayReport, tally } from './replay-report.ts'
import { keyOf, type SaidPair } from './said-pair.ts'

/** So many parts of the decisions are held out, one after the other. */
const PARTS = 5

/** What is compared: the shipped weights as the root of all learning, what is in use, and what would be. */
export interface Replay {
  readonly shipped: Weights
  readonly schools: readonly LabelledSchool[]
  readonly before: Learned
  readonly after: Learned
  readonly seed: string
  /** What else was said of the school, beside what decisions teach: aliases that a person added. */
  readonly added: Learned['aliases']
}

/**
 * Asks the engine, without any decision or veto, about every pair that people decided about: with the weights in use, with the
 * new ones, and with ones learnt without that decision. The same decisions and seed give the same report in any order.
 */
export function replay({ shipped, schools, before, after, seed, added }: Replay): ReplayReport {
  const old = answersIn(schools, before)
  const now = answersIn(schools, after)
  const lessons = new Map<number, Answers>()
  const heldOut = old.said.map((pair, place) => {
    const part = partOf(pair, seed)
    const lesson = lessons.get(part) ?? answersIn(schools, withAliases(learn(shipped, without(schools, part, seed)), added))
    lessons.set(part, lesson)
    return lesson.said[place] ?? pair
  })
  const contradictions = distinct(
    [now.said, heldOut].flatMap((said) => said.flatMap((pair, place) => contradictionOf(pair, old.said[place]))),
  )
  const tallies = { before: tally(old.said), after: tally(now.said), heldOut: tally(heldOut) }
  const isLessPrecise = [tallies.after, tallies.heldOut].some((it) => precisionOf(it) < precisionOf(tallies.before))
  const because = [
    ...(old.said.length === 0 ? (['nothing_said'] as const) : []),
    ...(contradictions.length > 0 ? (['contradicts'] as const) : []),
    ...(isLessPrecise ? (['less_precise'] as const) : []),
  ]
  const isIn = (keys: readonly PairKey[]): ((pair: PairKey) => boolean) => {
    const known = new Set(keys.map(keyOf))
    return (pair) => known.has(keyOf(pair))
  }
  return {
    ...{ seed, decisions: old.said.length, ...tallies, contradictions },
    curve: calibrationCurve(now.said.flatMap(({ probability, isSame }) => (probability === null ? [] : [{ probability, isSame }]))),
    gained: now.elsewhere.filter((it) => !isIn(old.elsewhere)(it)),
    lost: old.elsewhere.filter((it) => !isIn(now.elsewhere)(it)),
    ...{ isAdoptable: because.length === 0, because },
  }
}

/** The decisions that the engine would go against with other weights and aliases, without holding any out. */
export function contradictedBy(
  schools: readonly LabelledSchool[],
  { before, after }: Pick<Replay, 'before' | 'after'>,
): readonly Contradiction[] {
  const old = answersIn(schools, before).said
  return distinct(answersIn(schools, after).said.flatMap((pair, place) => contradictionOf(pair, old[place])))
}

/** What a lesson teaches, with the aliases that hold beside it. */
function withAliases({ weights, aliases }: Learned, added: Learned['aliases']): Learned {
  return { weights, aliases: [...aliases.map(({ box, left, right }) => ({ box, left, right })), ...added] }
}

interface Answered extends SaidPair {
  readonly answer: Answer
  /** Null where it is not offered. */
  readonly probability: number | null
}

/** In the order of the schools and their pairs. */
interface Answers {
  readonly said: readonly Answered[]
  /** Matched, and nobody decided about it. */
  readonly elsewhere: readonly PairKey[]
}

function answersIn(schools: readonly LabelledSchool[], learned: Learned): Answers {
  const said: Answered[] = []
  const elsewhere: PairKey[] = []
  for (const { school, pairs } of schools) {
    const { kind, directory, source, standing } = school
    const result = match({ kind, directory, source, standing, decided: [], vetoed: [], learned }).pairs
    const ours = new Map(result.map((it) => [it.directoryId, it]))
    const theirs = new Map(result.map((it) => [it.sourceId, it]))
    for (const pair of pairs) {
      const own = ours.get(pair.directoryId)
      const probability = own?.sourceId === pair.sourceId ? own.probability : null
      said.push({ ...pair, answer: answerOf(pair, [own, theirs.get(pair.sourceId)]), probability })
    }
    const decided = new Set(pairs.map(keyOf))
    const isElsewhere = (it: MatchPair): boolean => it.pass !== 'standing' && it.verdict === 'certain' && !decided.has(keyOf(it))
    elsewhere.push(...result.filter(isElsewhere).map(({ directoryId, sourceId }) => ({ directoryId, sourceId })))
  }
  return { said, elsewhere }
}

function answerOf(pair: PairKey, found: readonly (MatchPair | undefined)[]): Answer {
  const [own] = found.filter((it) => it !== undefined && keyOf(it) === keyOf(pair))
  if (own) return own.verdict === 'certain' ? 'matched' : 'may_match'
  return found.some((it) => it?.verdict === 'certain') ? 'other' : 'not_offered'
}

/** No pair that was called different is Matched, and no Match that was Matched by itself is lost or given to somebody else. */
function contradictionOf({ directoryId, sourceId, isSame, answer }: Answered, old: Answered | undefined): readonly Contradiction[] {
  const before = old?.answer ?? 'not_offered'
  const isLost = isSame && before === 'matched' && answer === 'not_offered'
  const isTaken = isSame && before !== 'other' && answer === 'other'
  if (!isLost && !isTaken && (isSame || answer !== 'matched')) return []
  return [{ directoryId, sourceId, said: isSame ? 'same' : 'different', before, after: answer }]
}

function distinct(all: readonly Contradiction[]): readonly Contradiction[] {
  const byKey = new Map(all.map((it) => [`${keyOf(it)} ${it.after}`, it]))
  return [...byKey].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, it]) => it)
}

function without(schools: readonly LabelledSchool[], part: number, seed: string): readonly LabelledSchool[] {
  return schools.map(({ school, pairs }) => ({ school, pairs: pairs.filter((pair) => partOf(pair, seed) !== part) }))
}

/** Everything said of one person is held out together. FNV-1a, 32 bits. */
function partOf({ directoryId }: PairKey, seed: string): number {
  let hash = 0x811c9dc5
  for (const letter of `${seed} ${directoryId}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash % PARTS
}
