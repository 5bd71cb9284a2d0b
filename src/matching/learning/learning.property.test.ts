import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dice, inventedPupils, shuffled, twoSystems } from '../../../test/support/invented-school.ts'
import { match, WEIGHTS, type Weights } from '../index.ts'
import { CERTAIN_BOUNDS, POSSIBLE_BOUNDS } from './calibrate.ts'
import { learn } from './learn.ts'
import { FACTOR_MAX } from './learn-weights.ts'
import { replay } from './replay.ts'
import { labelledPairs, type SaidPair, type SchoolAsDecided } from './said-pair.ts'

const SHIPPED = WEIGHTS.pupil

/** A school of invented pupils of which a person decided about some pairs, now and then wrongly. */
const schools = fc.record({ seed: fc.nat(), size: fc.integer({ min: 4, max: 40 }), said: fc.integer({ min: 0, max: 60 }) }).map(aSchool)

function aSchool({ seed, size, said }: { readonly seed: number; readonly size: number; readonly said: number }): SchoolAsDecided {
  const roll = dice(seed)
  const { directory, source } = twoSystems(inventedPupils(size, { roll, twinShare: 0.2 }), { roll, damage: 0.5, overlap: 0.9 })
  const pairs = new Map<string, SaidPair>()
  for (let at = 0; at < said; at += 1) {
    const left = directory[Math.floor(roll() * directory.length)]
    const right = roll() < 0.6 ? source.find((it) => it.id.slice(2) === left?.id.slice(2)) : source[Math.floor(roll() * source.length)]
    if (left === undefined || right === undefined) continue
    const isSame = (left.id.slice(2) === right.id.slice(2)) !== roll() < 0.1
    pairs.set(`${left.id} ${right.id}`, { directoryId: left.id, sourceId: right.id, isSame, decisionId: isSame ? `m${at}` : null })
  }
  return { kind: 'pupil', directory, source, standing: [], said: [...pairs.values()] }
}

const labelled = (school: SchoolAsDecided) => [{ school, pairs: labelledPairs(school) }]
const inUse = { weights: SHIPPED, aliases: [] }
const replayed = (school: SchoolAsDecided, seed: string) =>
  replay({ shipped: SHIPPED, schools: labelled(school), before: inUse, after: learn(SHIPPED, labelled(school)), seed, added: [] })

/** Every m of some weights, by its place. */
function sharesOf(weights: Weights): ReadonlyMap<string, number> {
  const found = new Map<string, number>([
    ['namesSwapped', weights.namesSwapped],
    ['middleAsFirst', weights.middleAsFirst],
  ])
  JSON.stringify(weights, function (this: object, name, value) {
    if (name === 'm' && typeof value === 'number') found.set(`${found.size}`, value)
    return value
  })
  return found
}

describe('N-06 learning', () => {
  it('the same decisions in any order teach the same, and their replay says the same', () => {
    fc.assert(
      fc.property(schools, fc.nat(), (school, seed) => {
        const roll = dice(seed)
        const { directory, source, said } = school
        const other = { ...school, directory: shuffled(directory, roll), source: shuffled(source, roll), said: shuffled(said, roll) }
        expect(learn(SHIPPED, labelled(other))).toEqual(learn(SHIPPED, labelled(school)))
        expect(replayed(other, 'one')).toEqual(replayed(school, 'one'))
      }),
      { numRuns: 30 },
    )
  })

  it('whatever was decided, every share stays in its bounds and so do the thresholds', () => {
    fc.assert(
      fc.property(schools, (school) => {
        const { weights } = learn(SHIPPED, labelled(school))
        const learnt = sharesOf(weights)
        for (const [place, m] of sharesOf(SHIPPED)) {
          expect(learnt.get(place)).toBeGreaterThanOrEqual(m / FACTOR_MAX)
          expect(learnt.get(place)).toBeLessThanOrEqual(m * FACTOR_MAX)
        }
        expect(weights.thresholds.certainFrom).toBeGreaterThanOrEqual(CERTAIN_BOUNDS.min)
        expect(weights.thresholds.certainFrom).toBeLessThanOrEqual(CERTAIN_BOUNDS.max)
        expect(weights.thresholds.possibleFrom).toBeGreaterThanOrEqual(POSSIBLE_BOUNDS.min)
        expect(weights.thresholds.possibleFrom).toBeLessThanOrEqual(POSSIBLE_BOUNDS.max)
      }),
      { numRuns: 60 },
    )
  })

  it('is never adoptable where a pair that was called different would be Matched', () => {
    fc.assert(
      fc.property(schools, (school) => {
        const { weights, aliases } = learn(SHIPPED, labelled(school))
        const { kind, directory, source, standing, said } = school
        const alone = match({ kind, directory, source, standing, decided: [], vetoed: [], learned: { weights, aliases } })
        const vetoes = new Set(said.filter((it) => !it.isSame).map((it) => `${it.directoryId} ${it.sourceId}`))
        const isBroken = alone.pairs.some((it) => it.verdict === 'certain' && vetoes.has(`${it.directoryId} ${it.sourceId}`))
        const report = replayed(school, 'one')
        if (isBroken) expect(report.isAdoptable).toBe(false)
        expect(report.isAdoptable).toBe(report.because.length === 0)
      }),
      { numRuns: 60 },
    )
  })
})
