import type { PersonKind } from '../../roster/index.ts'
import type { Group, Sides } from '../model/index.ts'
import { PairColumns } from '../pair-columns.ts'
import { KeyIndex, type People } from '../people/index.ts'
import { bitsFor } from '../prior.ts'
import { Run } from '../run.ts'
import { Scored } from '../scored.ts'
import { WEIGHTS } from '../weights/index.ts'
import { assignMovers, basisOf, type MoverChoice } from './assign-movers.ts'
import { BlockTest } from './block-test.ts'
import type { MoverRow } from './mover.ts'
import { isBlock, isOfNames, MoverKeys } from './mover-keys.ts'

/** Which people are compared, by their rows: those of the source without a pair, and whom the other schools hold. */
export interface MoverGroup extends Group {
  readonly kind: PersonKind
  /** People in all the other schools, where not all of them are in the group. */
  readonly candidates?: number
  isPresent?(left: number): boolean
}

/**
 * Who of the source may be somebody whom another school of the group holds (the column `school` says whose each person is).
 * Looks only at those who share an identifier or an order-free block, and never pairs two of one school.
 */
export function moversOf(sides: Sides, group: MoverGroup): readonly MoverRow[] {
  const run = moverRun(sides, group)
  return proposeMovers(run, choiceOf(group))
}

/** The people of the group, loaded and ready to be compared. */
export function moverRun({ vocabulary, directory, source }: Sides, group: MoverGroup): Run {
  const sides = { vocabulary, directory: elsewhere(directory), source: elsewhere(source) }
  const isPupil = group.kind === 'pupil'
  const run = new Run(sides, { isPupil, weights: WEIGHTS[group.kind], aliases: [], vetoed: [], pairs: new PairColumns() })
  run.begin(group)
  trustTrails(run)
  return run
}

export function choiceOf({ directory, candidates, isPresent }: MoverGroup): MoverChoice {
  return { candidates: Math.max(candidates ?? directory.length, 1), isPresent: isPresent ?? (() => false) }
}

/** The proposals of a run that `moverRun` has made. */
export function proposeMovers(run: Run, choice: MoverChoice): readonly MoverRow[] {
  const { group, sides, comparer, model } = run
  const keys = new MoverKeys(run)
  const index = new KeyIndex()
  index.clear(group.directory.length * 4)
  for (const row of group.directory) keys.of(sides.directory, row, (...key) => index.add(row, ...key))
  const bitsMin = bitsFor(model.weights.thresholds.possibleFrom, choice.candidates)
  const blocks = new BlockTest(run)
  const scored = new Scored()
  const seen = new Int32Array(sides.directory.size).fill(-1)
  for (const right of group.source) {
    const school = sides.source.school[right] ?? -1
    keys.of(sides.source, right, (...key) => {
      for (let entry = index.find(...key); entry >= 0; entry = index.next(entry)) {
        const left = index.rowAt(entry)
        if (seen[left] === right || (school >= 0 && school === sides.directory.school[left])) continue
        if (isBlock(key[0]) && !blocks.mayBe(left, right, isOfNames(key[0]))) continue
        seen[left] = right
        const evidence = comparer.look(left, right)
        if (evidence.bits >= bitsMin && basisOf(evidence) !== null) scored.add(left, right, evidence.bits)
      }
    })
  }
  return assignMovers(run, scored.strongestFirst(sides), choice)
}

/** Class and year group, and the numbers that a school gives out, say nothing about another school. */
function elsewhere(people: People): People {
  const nothing = new Int32Array(people.size).fill(-1)
  return { ...people, yearGroup: nothing, registrationClass: nothing, customId: nothing }
}

/** A UPN that stands in several schools, in each once, is the trail of one pupil, and names them all the same. */
function trustTrails({ model, sides, group }: Run): void {
  const [trails, several] = [new Set<number>(), new Set<number>()]
  const look = (people: People, rows: Int32Array): void => {
    const seen = new KeyIndex()
    seen.clear(rows.length)
    for (const row of rows) {
      for (const upn of new Set([people.upn[row] ?? -1, people.formerUpn[row] ?? -1])) {
        if (!model.upns.has(upn)) continue
        const isTwice = seen.find(upn, people.school[row]) >= 0
        ;(isTwice ? several : trails).add(upn)
        seen.add(row, upn, people.school[row])
      }
    }
  }
  look(sides.directory, group.directory)
  look(sides.source, group.source)
  for (const upn of trails) if (!several.has(upn)) model.upns.forget(upn)
}
