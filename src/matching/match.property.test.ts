import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dice, pupil, shuffled } from '../../test/support/invented-school.ts'
import { describeMatchGuard, describeMatchReason } from '../wording/index.ts'
import { type MatchInput, type MatchRecord, match, type PairKey } from './index.ts'
import { bitsFor } from './prior.ts'
import { scoredPairs } from './residual/index.ts'
import { runOf } from './support/run-of.ts'

/** Few values, so that people collide all the time: that is where engines go wrong. */
const maybe = <Value>(...values: Value[]) => fc.constantFrom(null, ...values)
const fields = fc.record({
  firstName: maybe('Ada', 'Adam', 'Jayden', 'Jaydon', 'William', 'Bill', 'Mary Jane', 'Mary', 'A', 'Khan', 'Ada Khan'),
  middleName: maybe('Rose', 'R', 'Grace', 'Ada'),
  lastName: maybe('Khan', 'Khann', 'Smith', 'Smith-Jones', 'Jones', 'Ada', '鈴木'),
  knownAsFirstName: maybe('Billy', 'Ada'),
  birthDate: maybe('2015-03-04', '2015-04-03', '2015-03-05', '2014-03-04', '2015-12-31', '2011-07-19', '2015-02-31'),
  sex: maybe('female' as const, 'male' as const, 'unspecified' as const),
  upn: maybe('H801200001001', 'R674123101121', 'V87320002100A', 'nonsense'),
  formerUpn: maybe('H801200001001', 'J87320002100B'),
  customId: maybe('1', '2', '3'),
  email: maybe('a@x.test', 'a@y.test', 'b@x.test'),
  yearGroup: maybe('R', '1', '2', '6'),
  registrationClass: maybe('1A', '1B'),
})
const side = (letter: string) =>
  fc.array(fields, { maxLength: 12 }).map((all) => all.map((it, number): MatchRecord => pupil(`${letter}${number}`, it)))
const key = fc.record({
  directoryId: fc.integer({ min: 0, max: 12 }).map((number) => `d${number}`),
  sourceId: fc.integer({ min: 0, max: 12 }).map((number) => `s${number}`),
})
const keys = fc.array(key, { maxLength: 4 })
const input: fc.Arbitrary<MatchInput> = fc.record({
  kind: fc.constantFrom('pupil' as const, 'staff' as const),
  directory: side('d'),
  source: side('s'),
  standing: keys,
  decided: keys,
  vetoed: keys,
})
const holds = (check: (it: MatchInput, seed: number) => void) => fc.assert(fc.property(input, fc.nat(), check), { numRuns: 300 })

describe('match', () => {
  it('pairs nobody twice, and no contradicted person at all', () => {
    holds((it) => {
      const { pairs, contradicted } = match(it)
      const all: PairKey[] = [...pairs, ...contradicted]
      expect(new Set(all.map((pair) => pair.directoryId)).size).toBe(all.length)
      expect(new Set(all.map((pair) => pair.sourceId)).size).toBe(all.length)
    })
  })

  it('does not depend on the order of anything, and gives the same twice', () => {
    holds((it, seed) => {
      const roll = dice(seed)
      const { directory, source, standing, decided, vetoed } = it
      const other = {
        kind: it.kind,
        directory: shuffled(directory, roll),
        source: shuffled(source, roll),
        standing: shuffled(standing, roll),
        decided: shuffled(decided, roll),
        vetoed: shuffled(vetoed, roll),
      }
      expect(match(other)).toEqual(match(it))
      expect(match(it)).toEqual(match(it))
    })
  })

  it('S-60 never gives a vetoed pair', () => {
    holds((it) => {
      const vetoed = new Set(it.vetoed.map((veto) => `${veto.directoryId} ${veto.sourceId}`))
      expect(match(it).pairs.filter((pair) => vetoed.has(`${pair.directoryId} ${pair.sourceId}`))).toEqual([])
    })
  })

  it('gives reasons that add up to the bits, and has words for all of them', () => {
    holds((it) => {
      for (const { bits, reasons, guards } of match(it).pairs) {
        expect(reasons.reduce((sum, reason) => sum + reason.bits, 0)).toBeCloseTo(bits, 9)
        for (const reason of reasons) expect(describeMatchReason(reason)).not.toMatch(/[{}]/)
        for (const guard of guards) expect(describeMatchGuard(guard)).not.toBe('')
      }
    })
  })

  it('D1 keeps to its thresholds and lists pairs in the order of their directory ids', () => {
    holds((it) => {
      const { pairs } = match(it)
      const ids = pairs.map((pair) => pair.directoryId)
      expect(ids).toEqual([...ids].sort())
      for (const { verdict, pass, probability, guards } of pairs) {
        expect(probability).toBeGreaterThanOrEqual(pass === 'standing' ? 0 : 0.3)
        expect(probability).toBeLessThanOrEqual(1)
        if (verdict === 'certain') expect(guards).toEqual([])
        if (verdict === 'certain' && pass !== 'standing') expect(probability).toBeGreaterThanOrEqual(0.998)
      }
    })
  })
})

/** The fewest bits that an offer takes among ten candidates. */
const BITS_MIN = bitsFor(0.3, 10)

describe('scoredPairs', () => {
  it('passes over no pair that reaches the bits asked for, and gives none twice', () => {
    holds((it) => {
      const run = runOf(it.directory, it.source, it.kind)
      const { directory: left, source: right } = run.group
      const scored = scoredPairs(run, { left, right }, BITS_MIN)
      const found = Array.from({ length: scored.size }, (_, place) => `${scored.leftAt(place)} ${scored.rightAt(place)}`)
      expect(new Set(found).size).toBe(found.length)
      const every = [...left].flatMap((one) => [...right].map((other) => ({ one, other, bits: run.comparer.look(one, other).bits })))
      const reaching = every.filter(({ bits }) => bits >= BITS_MIN).map(({ one, other }) => `${one} ${other}`)
      expect(found.toSorted()).toEqual(reaching.toSorted())
    })
  })
})
