import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dice, pupil, shuffled } from '../../../test/support/invented-school.ts'
import { NAMES } from '../comparisons/index.ts'
import type { MatchRecord } from '../index.ts'
import { addRecord, type People, PeopleBuilder, Vocabulary } from '../people/index.ts'
import { runOf } from '../support/run-of.ts'
import { basisOf } from './assign-movers.ts'
import { BlockTest } from './block-test.ts'
import { type HeldElsewhere, type MoverInput, movers, moversOf } from './index.ts'

/** Few values, so that people collide all the time: that is where engines go wrong. */
const maybe = <Value>(...values: Value[]) => fc.constantFrom(null, ...values)
const fields = fc.record({
  firstName: maybe('Ada', 'Adam', 'Jayden', 'Jaydon', 'William', 'Bill', 'Khan', 'Ada Khan'),
  lastName: maybe('Khan', 'Khann', 'Smith', 'Smith-Jones', 'Ada'),
  knownAsFirstName: maybe('Billy', 'Ada'),
  birthDate: maybe('2015-03-04', '2015-04-03', '2015-03-05', '2014-03-04', '2011-07-19'),
  sex: maybe('female' as const, 'male' as const),
  upn: maybe('H801200001001', 'R674123101121', 'V87320002100A', 'nonsense'),
  formerUpn: maybe('H801200001001'),
  customId: maybe('1', '2'),
  email: maybe('a@x.test', 'b@x.test'),
})
const people = fc.array(fields, { maxLength: 10 })
const input: fc.Arbitrary<MoverInput> = fc
  .record({
    kind: fc.constantFrom('pupil' as const, 'staff' as const),
    source: people,
    A: people,
    B: people,
    C: people,
    isPresent: fc.boolean(),
  })
  .map(({ kind, source, isPresent, ...schools }) => ({
    kind,
    source: source.map((it, number) => pupil(`s${number}`, it)),
    held: Object.entries(schools).flatMap(([schoolId, all]) =>
      all.map((it, number): HeldElsewhere => ({ schoolId, isPresent: isPresent && number % 2 === 0, record: pupil(`d${number}`, it) })),
    ),
  }))
const holds = (check: (it: MoverInput, seed: number) => void) => fc.assert(fc.property(input, fc.nat(), check), { numRuns: 300 })

describe('movers', () => {
  it('N-10 propose nobody twice, on either side', () => {
    holds((it) => {
      const found = movers(it)
      expect(new Set(found.map(({ sourceId }) => sourceId)).size).toBe(found.length)
      expect(new Set(found.map(({ schoolId, directoryId }) => `${schoolId} ${directoryId}`)).size).toBe(found.length)
    })
  })

  it('N-10 do not depend on the order of anything, and are the same twice', () => {
    holds((it, seed) => {
      const roll = dice(seed)
      const other = { kind: it.kind, source: shuffled(it.source, roll), held: shuffled(it.held, roll) }
      expect(movers(other)).toEqual(movers(it))
      expect(movers(it)).toEqual(movers(it))
    })
  })

  it('N-10 identify nobody by name and birth date, nor past a guard', () => {
    holds((it) => {
      for (const { basis, isIdentified, guards, probability, reasons } of movers(it)) {
        expect(probability).toBeGreaterThanOrEqual(0.3)
        if (!isIdentified) continue
        expect(basis).not.toBe('names')
        expect(guards).toEqual([])
        expect(reasons.some(({ code }) => ['upn.same', 'upn.former', 'email.same'].includes(code))).toBe(true)
      }
    })
  })
})

/** Everybody of several schools in one set of columns. */
function columns(schools: Readonly<Record<string, readonly MatchRecord[]>>, vocabulary: Vocabulary): People {
  const builder = new PeopleBuilder()
  for (const [school, records] of Object.entries(schools)) {
    for (const record of records) {
      const row = builder.add(`${school} ${record.id}`)
      addRecord({ builder, row, vocabulary }, record)
      builder.set('school', row, vocabulary.schools.codeOf(school))
    }
  }
  return builder.people()
}

describe('moversOf', () => {
  it('N-10 looks at all schools at once and never pairs two of one school', () => {
    holds((it) => {
      const vocabulary = new Vocabulary()
      const at = (school: string) => it.held.filter(({ schoolId }) => schoolId === school).map(({ record }) => record)
      const directory = columns({ A: at('A'), B: at('B'), C: at('C') }, vocabulary)
      const source = columns({ A: it.source, B: it.source }, vocabulary)
      const rows = ({ size }: People) => Int32Array.from({ length: size }, (_, row) => row)
      const found = moversOf({ vocabulary, directory, source }, { kind: it.kind, directory: rows(directory), source: rows(source) })
      for (const { left, right } of found) expect(directory.school[left]).not.toBe(source.school[right])
      expect(new Set(found.map(({ left }) => left)).size).toBe(found.length)
      expect(new Set(found.map(({ right }) => right)).size).toBe(found.length)
    })
  })
})

describe('BlockTest', () => {
  it('N-10 passes over no pair whose names and birth dates speak for it', () => {
    holds(({ kind, source, held }) => {
      const records = held.map(({ schoolId, record }) => ({ ...record, id: `${schoolId} ${record.id}` }))
      const run = runOf(records, source, kind)
      const blocks = new BlockTest(run)
      for (const left of run.group.directory) {
        for (const right of run.group.source) {
          const evidence = run.comparer.look(left, right)
          if (basisOf(evidence) !== 'names') continue
          const areNames = evidence.names.level === NAMES.of.other_boxes
          expect(blocks.mayBe(left, right, areNames)).toBe(true)
        }
      }
    })
  })
})
