import { BIRTH_DATE } from '../comparisons/index.ts'
import { dayOf, KeyIndex, monthOf, packBirth, yearOf } from '../people/index.ts'
import type { Run } from '../run.ts'
import type { Bounds, Ceiling } from './bounds.ts'
import type { Search } from './search.ts'

const KEY = { birth: 0, first: 1, last: 2, middle: 3, group: 4 } as const

/**
 * The same as the whole product where that is too large (tens of thousands on both sides): only pairs that agree exactly in
 * birth date (also with day and month swapped), surname, forename, middle name or class are looked at, because nothing
 * else is worth enough to stand alone among so many. The same bounds decide among them.
 */
export function pairsByBlocks({ run, left, right, bitsMin, take }: Search, bounds: Bounds): void {
  const index = new KeyIndex()
  index.clear(left.length * 4)
  for (const [place, row] of left.entries()) keysOf(run, 0, row, (kind, value) => index.add(place, kind, value))
  const seen = new Int32Array(left.length).fill(-1)
  for (const row of right) {
    const ceiling = bounds.ceilingOf(run.sides.source, row)
    const forenameRow = new Map<number, number>()
    const surnameRow = new Map<number, number>()
    const look = (place: number): void => {
      if (seen[place] === row) return
      seen[place] = row
      if (mayReach(bounds, ceiling, place, { bitsMin, forenameRow, surnameRow })) take(left[place] ?? -1, row)
    }
    keysOf(run, 1, row, (kind, value) => {
      if (blockMost(bounds, ceiling, kind) < bitsMin) return
      for (let entry = index.find(kind, value); entry >= 0; entry = index.next(entry)) look(index.rowAt(entry))
    })
    if (ceiling.birth !== 0) {
      const swapped = packBirth(yearOf(ceiling.birth), dayOf(ceiling.birth), monthOf(ceiling.birth))
      for (let entry = index.find(KEY.birth, swapped); entry >= 0; entry = index.next(entry)) look(index.rowAt(entry))
    }
  }
}

interface Asked {
  readonly bitsMin: number
  readonly forenameRow: Map<number, number>
  readonly surnameRow: Map<number, number>
}

function mayReach(bounds: Bounds, ceiling: Ceiling, place: number, { bitsMin, forenameRow, surnameRow }: Asked): boolean {
  const withBirth = bounds.birthBitsOf(place, ceiling) + ceiling.extraMost
  if (withBirth + ceiling.surnameMost + ceiling.forenameMost < bitsMin) return false
  const withSurname =
    withBirth + kept(surnameRow, bounds.surnames.codes[place] ?? 0, () => bounds.surnames.bitsBeside(place, ceiling.surnames))
  if (withSurname + ceiling.forenameMost < bitsMin) return false
  return (
    withSurname + kept(forenameRow, bounds.forenames.codes[place] ?? 0, () => bounds.forenames.bitsBeside(place, ceiling.forenames)) >=
    bitsMin
  )
}

function kept(row: Map<number, number>, code: number, bits: () => number): number {
  const known = row.get(code) ?? bits()
  row.set(code, known)
  return known
}

/**
 * The most that a pair can reach which no block before it holds: without an equal birth date none but a slip of it counts,
 * behind the surnames none but a name like it.
 */
function blockMost(bounds: Bounds, ceiling: Ceiling, kind: number): number {
  if (kind === KEY.birth) return ceiling.forenameMost + ceiling.surnameMost + ceiling.extraMost + ceiling.exactBirthBits
  const slip = Math.max(ceiling.yearMost, bounds.birthBits[BIRTH_DATE.of.swapped] ?? 0, bounds.birthBits[BIRTH_DATE.of.one_digit] ?? 0)
  const surname = kind === KEY.last ? ceiling.surnameMost : bounds.surnames.inexactMost
  const forename = kind === KEY.last || kind === KEY.first ? ceiling.forenameMost : bounds.forenames.inexactMost
  return forename + surname + ceiling.extraMost + slip
}

function keysOf({ sides }: Run, side: 0 | 1, row: number, note: (kind: number, value: number) => void): void {
  const people = side === 0 ? sides.directory : sides.source
  const { names } = sides.vocabulary
  const noteIf = (kind: number, value: number): void => {
    if (value >= 0) note(kind, value)
  }
  if (people.birth[row] !== 0) note(KEY.birth, people.birth[row] ?? 0)
  const [first, knownFirst] = [names.textOf(people.firstName[row] ?? -1), names.textOf(people.knownFirstName[row] ?? -1)]
  const [last, knownLast] = [names.textOf(people.lastName[row] ?? -1), names.textOf(people.knownLastName[row] ?? -1)]
  noteIf(KEY.first, first)
  if (knownFirst !== first) noteIf(KEY.first, knownFirst)
  noteIf(KEY.last, last)
  if (knownLast !== last) noteIf(KEY.last, knownLast)
  noteIf(KEY.middle, names.textOf(people.middleName[row] ?? -1))
  noteIf(KEY.group, sides.vocabulary.classes.textOf(people.registrationClass[row] ?? -1))
}
