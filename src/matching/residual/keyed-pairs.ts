import { anagramOf, shareFullName } from '../comparisons/index.ts'
import { KeyIndex, type People } from '../people/index.ts'
import type { Run } from '../run.ts'
import type { Bounds } from './bounds.ts'
import type { Search } from './search.ts'

/** Kinds of keys: identifiers first, then names that stand in another box on the other side. */
const KEY = { upn: 0, customId: 1, mail: 2, first: 3, last: 4, middle: 5, whole: 6 } as const

/** An identifier or address that so many people have names nobody: no more of them are looked at. */
const HOLDERS_MAX = 64

/**
 * Pairs that share what the bounds on birth date and names leave out: an identifier, an address, and where `withNames` a name
 * in another box. Names in other boxes only where they could reach `bitsMin` with the birth dates the two have.
 */
export function keyedPairs({ run, right, bitsMin, take }: Search, bounds: Bounds, withNames: boolean): void {
  const keys = new Keys(run, withNames)
  const index = new KeyIndex()
  index.clear(bounds.left.length * 4)
  for (const [place, row] of bounds.left.entries()) keys.of(run.sides.directory, row, (kind, value) => index.add(place, kind, value))
  for (const row of right) {
    const ceiling = bounds.ceilingOf(run.sides.source, row)
    const most = ceiling.elsewhereMost + ceiling.extraMost
    const mayNamesReach = most + Math.max(ceiling.exactBirthBits, ceiling.yearMost, bounds.turnedBits, bounds.slipBits) >= bitsMin
    keys.of(run.sides.source, row, (kind, value) => {
      if (kind >= KEY.first && !mayNamesReach) return
      let holders = 0
      for (const other of counterparts(kind)) {
        for (let entry = index.find(other, value); entry >= 0; entry = index.next(entry)) {
          const place = index.rowAt(entry)
          const left = bounds.left[place] ?? -1
          if (kind >= KEY.first) {
            if (most + bounds.birthBitsOf(place, ceiling) < bitsMin) continue
            if (kind === KEY.whole && !keys.areOneName(left, row)) continue
          } else if (holders === HOLDERS_MAX) break
          holders += 1
          take(left, row)
        }
      }
    })
  }
}

/** The kinds of key on the left that one on the right is looked for among. */
function counterparts(kind: number): readonly number[] {
  if (kind === KEY.first) return [KEY.last, KEY.middle]
  if (kind === KEY.last || kind === KEY.middle) return [KEY.first]
  return [kind]
}

class Keys {
  private readonly run: Run
  private readonly withNames: boolean

  constructor(run: Run, withNames: boolean) {
    this.run = run
    this.withNames = withNames
  }

  of(people: People, row: number, note: (kind: number, value: number) => void): void {
    const { vocabulary } = this.run.sides
    const { names } = vocabulary
    const noteIf = (kind: number, value: number | undefined): void => {
      if (value !== undefined && value >= 0) note(kind, value)
    }
    noteIf(KEY.upn, people.upn[row])
    noteIf(KEY.upn, people.formerUpn[row])
    noteIf(KEY.customId, people.customId[row])
    noteIf(KEY.mail, vocabulary.localPartOf(people.email[row] ?? -1))
    if (!this.withNames) return
    for (const it of [people.firstName[row], people.knownFirstName[row]]) noteIf(KEY.first, names.textOf(it ?? -1))
    for (const it of [people.lastName[row], people.knownLastName[row]]) noteIf(KEY.last, names.textOf(it ?? -1))
    const middle = people.middleName[row] ?? -1
    if (middle >= 0) {
      note(KEY.middle, names.textOf(middle))
      for (const word of names.nameOf(middle).words) noteIf(KEY.middle, names.textOf(names.add(word)))
    }
    note(KEY.whole, anagramOf(names, people, row))
  }

  areOneName(left: number, right: number): boolean {
    const { directory, source, vocabulary } = this.run.sides
    return shareFullName(vocabulary.names, { people: directory, row: left }, { people: source, row: right })
  }
}
