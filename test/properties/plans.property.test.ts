import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildUndo, hashPlan } from '../../src/plans/index.ts'
import { doubtsOf } from '../../src/review/index.ts'
import { stateOf } from '../support/apply-in-memory.ts'
import { dice, shuffled } from '../support/invented-school.ts'
import { type History, histories, plainHistories, walk } from '../support/random-school.ts'
import { applyTo, look, type SchoolInMemory, sha256 } from '../support/school-in-memory.ts'

const holds = (check: (history: History, seed: number) => void, among = histories): void =>
  fc.assert(fc.property(among, fc.nat(), check), { numRuns: 200 })

/** The same facts with every list and map in another order. */
function inAnotherOrder(school: SchoolInMemory, seed: number): SchoolInMemory {
  const roll = dice(seed)
  const { people, classes, yearGroups, links } = school.directory
  return {
    ...school,
    source: shuffled(school.source, roll),
    classDecisions: new Map(shuffled([...school.classDecisions], roll)),
    decisions: { ...school.decisions, vetoes: shuffled(school.decisions.vetoes, roll) },
    directory: {
      people: new Map(shuffled([...people], roll)),
      classes: new Map(shuffled([...classes], roll)),
      yearGroups: new Map(shuffled([...yearGroups], roll)),
      links: shuffled(links, roll),
    },
  }
}

describe('a plan', () => {
  it('is the same whatever the order of rows and records, and so is its hash (S-50, N-04)', () => {
    holds((history, seed) =>
      walk(history, (school) => {
        const { changes } = look(school)
        const again = look(inAnotherOrder(school, seed)).changes
        expect(again).toEqual(changes)
        expect(hashPlan(again, sha256)).toBe(hashPlan(changes, sha256))
        return applyTo(school.directory, changes).directory
      }),
    )
  })

  it('that is applied leaves nothing to do: the same read again changes nothing (S-50)', () => {
    holds(
      (history) =>
        walk(history, (school) => {
          const { directory } = applyTo(school.directory, look(school).changes)
          expect(look({ ...school, directory }).changes).toEqual([])
          return directory
        }),
      plainHistories,
    )
  })

  it('leaves nothing to do even where people are easily confused: whom it left undecided no repeat decides (S-50, D11)', () => {
    holds((history) =>
      walk(history, (school) => {
        const { rows, changes } = look(school)
        const { directory } = applyTo(school.directory, changes)
        const decisions = { ...school.decisions, doubts: doubtsOf(rows) }
        expect(look({ ...school, directory, decisions }).changes).toEqual([])
        return directory
      }),
    )
  })

  it('takes away nobody and nothing, and leaves what it does not name as it was (S-190, S-52)', () => {
    holds((history) =>
      walk(history, (school) => {
        const { changes } = look(school)
        expect(changes.filter((it) => it.operation === 'remove' || it.operation === 'revert')).toEqual([])
        const { directory } = applyTo(school.directory, changes)
        const named = new Set(changes.map((it) => it.recordId))
        for (const [id, person] of school.directory.people)
          expect(directory.people.get(id)).toEqual(named.has(id) ? expect.anything() : person)
        for (const id of school.directory.classes.keys()) expect(directory.classes.has(id)).toBe(true)
        for (const code of school.directory.yearGroups.keys()) expect(directory.yearGroups.has(code)).toBe(true)
        return directory
      }),
    )
  })

  it('and its undo give back exactly what was there (D27)', () => {
    holds((history) =>
      walk(history, (school) => {
        const { directory, logged } = applyTo(school.directory, look(school).changes)
        const undo = buildUndo(logged, directory)
        expect(undo).toMatchObject({ kept: [], cannot: [] })
        expect(stateOf(applyTo(directory, undo.changes).directory)).toBe(stateOf(school.directory))
        return directory
      }),
    )
  })
})
