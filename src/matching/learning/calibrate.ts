import type { Thresholds } from '../weights/index.ts'

/** The chance that the engine gave to a pair which a person decided about. */
export interface DecidedChance {
  readonly probability: number
  readonly isSame: boolean
  /** A guard leaves it to a person whatever its chance. */
  readonly isGuarded: boolean
}

/** Pairs whose chance lies between two bounds, and what share of them people called one person: never falls from step to step. */
export interface CalibrationStep {
  readonly from: number
  readonly to: number
  readonly pairs: number
  readonly same: number
}

/** Explicit decisions from which the thresholds may move at all. */
export const DECISIONS_MIN = 50
export const CERTAIN_BOUNDS = { min: 0.995, max: 0.9995 } as const
export const POSSIBLE_BOUNDS = { min: 0.1, max: 0.5 } as const
/** Shown pairs that must all have been called different before such pairs are no longer shown. */
const REFUSED_MIN = 20
/** Hidden pairs that people found by themselves before such pairs are shown. */
const FOUND_MIN = 10

/** What people said by what the engine said: isotonic regression (pool adjacent violators). The order of the chances does not matter. */
export function calibrationCurve(chances: readonly Pick<DecidedChance, 'probability' | 'isSame'>[]): readonly CalibrationStep[] {
  const steps: CalibrationStep[] = []
  for (const { probability, isSame } of chances.toSorted((a, b) => a.probability - b.probability)) {
    const last = steps.at(-1)
    const own = { from: probability, to: probability, pairs: 1, same: isSame ? 1 : 0 }
    steps.push(last?.to === probability ? joined(steps.pop() ?? own, own) : own)
  }
  return pooled(steps)
}

function pooled(steps: readonly CalibrationStep[]): readonly CalibrationStep[] {
  const kept: CalibrationStep[] = []
  for (const step of steps) {
    let now = step
    for (let before = kept.at(-1); before !== undefined && shareOf(before) >= shareOf(now); before = kept.at(-1)) {
      now = joined(before, now)
      kept.pop()
    }
    kept.push(now)
  }
  return kept
}

function joined(lower: CalibrationStep, upper: CalibrationStep): CalibrationStep {
  return { from: lower.from, to: upper.to, pairs: lower.pairs + upper.pairs, same: lower.same + upper.same }
}

function shareOf({ pairs, same }: CalibrationStep): number {
  return same / pairs
}

/**
 * Thresholds that fit what people said, within bounds; the shipped ones below `DECISIONS_MIN` decisions. Certain rises above every pair
 * that was called different, and falls only as far as `DECISIONS_MIN` decisions between the two thresholds say, all of them the same.
 */
export function learnThresholds(shipped: Thresholds, chances: readonly DecidedChance[]): Thresholds {
  if (chances.length < DECISIONS_MIN) return shipped
  return {
    ...shipped,
    certainFrom: within(CERTAIN_BOUNDS, certainFrom(shipped, chances)),
    possibleFrom: within(POSSIBLE_BOUNDS, possibleFrom(shipped, chances)),
  }
}

function certainFrom({ certainFrom: now }: Thresholds, chances: readonly DecidedChance[]): number {
  const open = chances.filter((it) => !it.isGuarded)
  const different = open.filter((it) => !it.isSame).map((it) => it.probability)
  // one above the upper bound is above every threshold: raising it would only cost true pairs
  const highest = Math.max(0, ...different.filter((it) => it < CERTAIN_BOUNDS.max))
  if (highest >= now) return Math.round(((CERTAIN_BOUNDS.max + highest) / 2) * 1e6) / 1e6
  const isProven = (from: number): boolean => from < now && between(open, from, now).length >= DECISIONS_MIN
  return [0.995, 0.996, 0.997].find((from) => isProven(from) && different.every((it) => it < from)) ?? now
}

function possibleFrom({ possibleFrom: now }: Thresholds, chances: readonly DecidedChance[]): number {
  const isRefused = (to: number): boolean => {
    const shown = between(chances, now, to)
    return shown.length >= REFUSED_MIN && shown.every((it) => !it.isSame)
  }
  const higher = [0.5, 0.45, 0.4, 0.35].find((to) => to > now && isRefused(to))
  if (higher !== undefined) return higher
  const isFound = (from: number): boolean => {
    const hidden = between(chances, from, now)
    const found = hidden.filter((it) => it.isSame).length
    return found >= FOUND_MIN && found * 2 >= hidden.length
  }
  return [0.1, 0.15, 0.2, 0.25].find((from) => from < now && isFound(from)) ?? now
}

function between(chances: readonly DecidedChance[], from: number, to: number): readonly DecidedChance[] {
  return chances.filter(({ probability }) => probability >= from && probability < to)
}

function within({ min, max }: { readonly min: number; readonly max: number }, value: number): number {
  return Math.min(max, Math.max(min, value))
}
