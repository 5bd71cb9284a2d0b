import { addedGroups, biggestDifference, GROUP_PAIRS_MIN } from './groups.ts'
import type { MeasuredSet } from './measure-set.ts'
import { figuresOf } from './score.ts'

/** One accuracy gate and what was measured. `isMet` is null where there was nothing to measure. */
export interface Gate {
  readonly what: string
  readonly asked: string
  readonly measured: string
  readonly isMet: boolean | null
}

export const GATES = {
  matchedPrecisionMin: 0.9999,
  recallMin: 0.9995,
  possiblePerThousandMax: 10,
  febrlF1Min: 0.985,
  groupPointsMax: 0.1,
} as const

/** The accuracy gates, each with the figures of the sets it is about. Gates of sets that were not measured are left out. */
export function gatesOf(all: readonly MeasuredSet[]): Gate[] {
  if (all.length === 0) return []
  return [...all.flatMap(gatesOfSet), ...groupGates(all), oneToOneGate(all), orderGate(all)]
}

function gatesOfSet({ set, score }: MeasuredSet): Gate[] {
  const figures = figuresOf(score)
  if (set.gate === 'schools') {
    return [
      atLeast(`${set.id}: precision of Matched`, figures.matchedPrecision, GATES.matchedPrecisionMin),
      atLeast(`${set.id}: recall of Matched + May match`, figures.recall, GATES.recallMin),
      atMost(`${set.id}: May match per 1,000 people`, figures.possiblePerThousand, GATES.possiblePerThousandMax),
    ]
  }
  if (set.gate === 'twins') {
    const wrong = score.matched - score.matchedRight
    const measured = `${wrong} of ${score.matched.toLocaleString('en-GB')} Matched`
    return [{ what: `${set.id}: wrong Matched`, asked: '0', measured, isMet: wrong === 0 }]
  }
  if (set.gate === 'febrl') return [atLeast(`${set.id}: F1 of Matched + May match`, figures.f1, GATES.febrlF1Min)]
  return []
}

function groupGates(all: readonly MeasuredSet[]): Gate[] {
  const groups = addedGroups(all.filter(({ set }) => set.hasGroups).map((it) => it.groups))
  if (groups.size === 0) return []
  return (['matchedPrecision', 'recall'] as const).map((figure): Gate => {
    const what = `biggest difference between groups: ${figure === 'recall' ? 'recall of Matched + May match' : 'precision of Matched'}`
    const found = biggestDifference(groups, figure)
    const asked = `≤ ${GATES.groupPointsMax} points`
    if (found === null) return { what, asked, measured: `no two groups of ${GROUP_PAIRS_MIN} pairs`, isMet: null }
    const measured = `${found.points.toFixed(3)} points (${found.worst} below ${found.best})`
    return { what, asked, measured, isMet: found.points <= GATES.groupPointsMax }
  })
}

function oneToOneGate(all: readonly MeasuredSet[]): Gate {
  const count = all.reduce((sum, { score }) => sum + score.madeTwice, 0)
  return { what: 'every set: records in two pairs', asked: '0', measured: String(count), isMet: count === 0 }
}

function orderGate(all: readonly MeasuredSet[]): Gate {
  const others = all.filter((it) => !it.isOrderFree).map(({ set }) => set.id)
  const measured = others.length === 0 ? 'the same' : `another in ${others.join(', ')}`
  return { what: 'every set: result with the rows in another order', asked: 'the same', measured, isMet: others.length === 0 }
}

function atLeast(what: string, value: number | null, min: number): Gate {
  return { what, asked: `≥ ${min}`, measured: value === null ? '–' : value.toFixed(5), isMet: value === null ? null : value >= min }
}

function atMost(what: string, value: number | null, max: number): Gate {
  return { what, asked: `≤ ${max}`, measured: value === null ? '–' : value.toFixed(2), isMet: value === null ? null : value <= max }
}
