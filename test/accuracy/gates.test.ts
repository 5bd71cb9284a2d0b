import { describe, expect, it } from 'vitest'
import { GATES, type Gate, gatesOf } from '../../bench/accuracy/gates.ts'
import type { GateKind } from '../../bench/accuracy/labelled-set.ts'
import { type MeasuredSet, measureSet } from '../../bench/accuracy/measure-set.ts'
import { added, figuresOf, NO_SCORE } from '../../bench/accuracy/score.ts'
import { SETS } from '../../bench/accuracy/sets.ts'

/** Small enough for every run of the tests, large enough to notice a break; `npm run accuracy` is the measurement. */
const SIZES = { seed: 'gates', schools: 4, pupils: 1200, twins: 2000 }

const measured = SETS.filter((set) => set.gate !== null).flatMap((set) => measureSet(set, SIZES, () => undefined) ?? [])

/** Sets of one kind taken together: one wrong pair of 4,000 would say nothing about one in 10,000. */
function together(kind: GateKind): ReturnType<typeof figuresOf> {
  const ofKind = measured.filter(({ set }) => set.gate === kind)
  return figuresOf(ofKind.map((it) => it.score).reduce(added, NO_SCORE))
}

function gateNamed(start: string, all: readonly MeasuredSet[]): Gate[] {
  return gatesOf(all).filter((gate) => gate.what.startsWith(start))
}

const LINES: readonly (readonly [line: string, isMet: () => boolean])[] = [
  ['schools: precision of Matched', () => (together('schools').matchedPrecision ?? 0) >= GATES.matchedPrecisionMin],
  ['schools: recall of Matched and May match', () => (together('schools').recall ?? 0) >= GATES.recallMin],
  ['schools: May match per 1,000', () => (together('schools').possiblePerThousand ?? 1000) <= GATES.possiblePerThousandMax],
  ['twins: nobody is wrongly Matched', () => together('twins').matchedPrecision === 1],
  ['febrl: F1', () => (together('febrl').f1 ?? 0) >= GATES.febrlF1Min],
  ['groups', () => gateNamed('biggest difference', measured).every((gate) => gate.isMet === true)],
  [
    'everybody is in one pair at most, in any order of the rows',
    () => gateNamed('every set', measured).every((gate) => gate.isMet === true),
  ],
]

describe('the accuracy gates, on small sets', () => {
  it.each(LINES)('%s', (_, isMet) => expect(isMet()).toBe(true))
})
