import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Directory, DirectoryLink } from '../../src/directory/index.ts'
import { replayBackwards } from '../../src/directory/replay.ts'
import { buildMerge, buildUndo, type Change, hashPlan, type Merge } from '../../src/plans/index.ts'
import { doubtsOf } from '../../src/review/index.ts'
import { stateOf } from '../support/apply-in-memory.ts'
import { editByHand, handEdits } from '../support/hand-edits.ts'
import { dice, shuffled } from '../support/invented-school.ts'
import { histories, walk } from '../support/random-school.ts'
import { applyTo, look, type SchoolInMemory, sha256 } from '../support/school-in-memory.ts'

/** Two or three people of one kind, if there are so many. */
function someMerge({ people }: Directory, seed: number): Merge | undefined {
  const kind = seed % 2 === 0 ? 'pupil' : 'staff'
  const all = shuffled([...people.values()], dice(seed)).filter((it) => it.kind === kind && it.mergedInto === undefined)
  const [keep, ...others] = all.slice(0, 2 + (seed % 3 === 0 ? 1 : 0)).map((it) => it.id)
  return keep === undefined || others.length === 0 ? undefined : { keep, others }
}

const linksOf = (links: readonly DirectoryLink[]): readonly string[] =>
  links.map(({ recordId, source, endReason }) => `${recordId} ${source.connection} ${source.kind} ${source.id} ${endReason}`).sort()

/** Source records of whom a plan makes somebody new. */
const createdBy = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap((it) => (it.operation === 'create' && it.recordKind === 'person' ? [`${it.source?.kind} ${it.source?.id}`] : []))

/** The directory with all its links, ended ones too. */
const allOf = (directory: Directory): string => stateOf(directory) + linksOf(directory.links).join('\n')

/** Walks through a history in which, after every sync, somebody merges two or three people. */
const merging = (check: (before: Directory, merge: Merge, school: SchoolInMemory) => void): void =>
  fc.assert(
    fc.property(histories, fc.nat(), (history, seed) =>
      walk(history, (school, number) => {
        const synced = applyTo(school.directory, look(school).changes).directory
        const merge = someMerge(synced, seed + number)
        if (merge === undefined) return synced
        check(synced, merge, school)
        return applyTo(synced, buildMerge([merge], synced)).directory
      }),
    ),
    { numRuns: 200 },
  )

describe('a merge (D26)', () => {
  it('and its undo give back exactly what was there, ended links too (N-02)', () => {
    merging((before, merge) => {
      const { directory, logged } = applyTo(before, buildMerge([merge], before))
      const undo = buildUndo(logged, directory)
      expect(undo).toMatchObject({ kept: [], cannot: [] })
      expect(allOf(applyTo(directory, undo.changes).directory)).toBe(allOf(before))
      // and so does looking back at a day before it (N-03)
      expect(allOf(replayBackwards(directory, logged.toReversed()))).toBe(allOf(before))
    })
  })

  it('takes away nobody and no link: the others stay as they were, in no class, and point to the kept one', () => {
    merging((before, { keep, others }) => {
      const after = applyTo(before, buildMerge([{ keep, others }], before)).directory
      expect([...after.people.keys()].sort()).toEqual([...before.people.keys()].sort())
      for (const id of others) {
        expect(after.people.get(id)).toMatchObject({ mergedInto: keep, enrolments: [], fields: before.people.get(id)?.fields })
        expect(after.links.filter((it) => it.recordId === id && it.endReason === null)).toEqual([])
      }
      expect(after.people.get(keep)?.mergedInto).toBeUndefined()
      expect(after.links.length).toBeGreaterThanOrEqual(before.links.length)
    })
  })

  it('makes nobody new of a source record that stood for one of them, however often the source is read (S-80)', () => {
    merging((before, merge, school) => {
      const stood = before.links.filter(
        (it) =>
          it.recordKind === 'person' &&
          [merge.keep, ...merge.others].includes(it.recordId) &&
          it.endReason !== 'unmatched' &&
          it.endReason !== 'ids_cleared',
      )
      const own = new Set(stood.flatMap(({ source }) => (source.connection === school.connection ? [`${source.kind} ${source.id}`] : [])))
      // what was said of the pair before is settled by the merge, as `readDecisions` has it
      const said = (it: { readonly sourceKind: string; readonly sourceId: string | null }): boolean =>
        !own.has(`${it.sourceKind} ${it.sourceId}`)
      const { decisions, vetoes } = school.decisions
      const isOfThem = (id: string | null): boolean => [merge.keep, ...merge.others].some((it) => it === id)
      const settled = {
        decisions: decisions.filter((it) => said(it) && !(it.kind === 'match' && isOfThem(it.recordId))),
        vetoes: vetoes.filter(said),
        doubts: [],
      }
      const merged = applyTo(before, buildMerge([merge], before)).directory
      const { rows, changes } = look({ ...school, directory: merged, decisions: settled })
      // an id that somebody had, and gave up for another one, is a new person's without a merge too
      const unmerged = createdBy(look({ ...school, directory: before, decisions: settled }).changes)
      expect(createdBy(changes).filter((it) => own.has(it) && !unmerged.includes(it))).toEqual([])
      for (const id of merge.others) expect(rows.map((it) => it.personId)).not.toContain(id)
      const again = applyTo(merged, changes).directory
      const doubts = doubtsOf(rows)
      expect(look({ ...school, directory: again, decisions: { ...settled, doubts } }).changes).toEqual([])
    })
  })

  it('is the same plan whatever the order of the records, and merging twice is not possible', () => {
    merging((before, merge) => {
      const roll = dice(merge.others.length)
      const shuffledOnes = { ...before, people: new Map(shuffled([...before.people], roll)), links: shuffled(before.links, roll) }
      const changes = buildMerge([merge], before)
      expect(hashPlan(buildMerge([merge], shuffledOnes), sha256)).toBe(hashPlan(changes, sha256))
    })
  })

  it('that is taken back after other work never overwrites what was changed since', () => {
    fc.assert(
      fc.property(histories, fc.nat(), handEdits, (history, seed, edits) => {
        let directory: Directory | undefined
        walk(history, (school) => {
          directory = applyTo(school.directory, look(school).changes).directory
          return directory
        })
        const merge = directory === undefined ? undefined : someMerge(directory, seed)
        if (directory === undefined || merge === undefined) return
        const merged = applyTo(directory, buildMerge([merge], directory))
        const edited = editByHand(merged.directory, edits)
        const undo = buildUndo(merged.logged, edited)
        const after = applyTo(edited, undo.changes).directory
        const held = ({ people }: Directory): Record<string, unknown> => ({ ...people.get(merge.keep)?.fields })
        for (const it of merged.logged.filter((one) => one.recordId === merge.keep))
          for (const [name, value] of Object.entries(it.after.fields))
            if (held(edited)[name] !== value) expect(held(after)[name]).toBe(held(edited)[name])
      }),
      { numRuns: 200 },
    )
  })
})
