import { bitsOf, type CodeFrequency } from '../model/index.ts'
import type { Name, NameTable, People } from '../people/index.ts'
import type { Compared } from './compared.ts'
import { declareLevels, type Finding } from './levels.ts'
import { isOneSlip, likenessOf, SIMILAR_FROM } from './name-level.ts'

export const NAMES = declareLevels('names', 'swapped', 'other_boxes')

/** Forename and surname in each other's box, also with a slip, or cut at another place ("Maria Jose | Garcia", "Maria | Jose Garcia"). */
export function compareNamesElsewhere(pair: Compared, into: Finding): void {
  into.clear()
  const swap = swapBits(pair)
  if (swap !== null) into.set(NAMES.of.swapped, swap)
  else if (isInOtherBoxes(pair))
    into.set(NAMES.of.other_boxes, Math.min(bitsIn(pair, pair.directory, pair.left), bitsIn(pair, pair.source, pair.right)))
}

/** A slip in one of two swapped names: how often it is made, and how often two names are so alike by chance. */
const SLIP = { m: 0.06, u: 0.004 }

/** The bits of swapped names; null where they are not swapped. One of the two must be the same, and the other alike. */
function swapBits(pair: Compared): number | null {
  const { model, names, directory, source, left, right } = pair
  const one = bestCross(
    names,
    [directory.firstName[left], directory.knownFirstName[left]],
    [source.lastName[right], source.knownLastName[right]],
  )
  if (one === null) return null
  const two = bestCross(
    names,
    [directory.lastName[left], directory.knownLastName[left]],
    [source.firstName[right], source.knownFirstName[right]],
  )
  if (two === null || !(one.isSame || two.isSame)) return null
  const rateOf = (text: number): number => Math.max(model.forename.rateBeside(text, 1), model.surname.rateBeside(text, 1))
  const bits = ({ isSame, text }: Cross): number =>
    bitsOf(isSame ? { m: 1, u: rateOf(text) } : { m: SLIP.m, u: Math.max(SLIP.u, rateOf(text)) })
  return Math.log2(model.weights.namesSwapped) + bits(one) + bits(two)
}

/** A name of one box that stands in the other box of the other side. */
interface Cross {
  readonly isSame: boolean
  readonly text: number
}

function bestCross(names: NameTable, ours: readonly (number | undefined)[], theirs: readonly (number | undefined)[]): Cross | null {
  let slip: Cross | null = null
  for (const one of ours) {
    for (const other of theirs) {
      if (one === undefined || other === undefined || one < 0 || other < 0) continue
      const text = names.textOf(one)
      if (text === names.textOf(other)) return { isSame: true, text }
      const [left, right] = [names.nameOf(one), names.nameOf(other)]
      if (slip === null && (likenessOf(left, right) >= SIMILAR_FROM || isOneSlip(left.text, right.text))) slip = { isSame: false, text }
    }
  }
  return slip
}

/** Infinite for somebody whose names stand in one box: the other side says how rare they are. */
function bitsIn({ model, names }: Compared, people: People, row: number): number {
  const forenames = [people.firstName[row] ?? -1, people.knownFirstName[row] ?? -1]
  const surnames = [people.lastName[row] ?? -1, people.knownLastName[row] ?? -1]
  if (!hasBothNames(people, row)) return Number.POSITIVE_INFINITY
  return bitsOf({
    m: model.weights.namesSwapped,
    u: leastCommon(forenames, model.forename, names) * leastCommon(surnames, model.surname, names),
  })
}

function leastCommon(spellings: readonly number[], frequency: CodeFrequency, names: NameTable): number {
  return Math.min(...spellings.flatMap((it) => (it < 0 ? [] : [frequency.rateBeside(names.textOf(it), 1)])))
}

function hasBothNames(people: People, row: number): boolean {
  const hasFirst = (people.firstName[row] ?? -1) >= 0 || (people.knownFirstName[row] ?? -1) >= 0
  return hasFirst && ((people.lastName[row] ?? -1) >= 0 || (people.knownLastName[row] ?? -1) >= 0)
}

function namesIn(names: NameTable, ...spellings: (number | undefined)[]): Name[] {
  return spellings.flatMap((it) => (it === undefined || it < 0 ? [] : [names.nameOf(it)]))
}

/** The same words, at least two, in any order, somewhere in the two boxes; or the same letters where a name is written as one word. */
function isInOtherBoxes({ names, directory, source, left, right }: Compared): boolean {
  if (!hasBothNames(directory, left) && !hasBothNames(source, right)) return false
  const keys = fullNameKeys(names, directory, left)
  return fullNameKeys(names, source, right).some((key) => keys.includes(key))
}

/** What two people have in common whose full names agree however the boxes are used; none for a single word. */
export function fullNameKeys(names: NameTable, people: People, row: number): string[] {
  const [first] = namesIn(names, people.firstName[row], people.knownFirstName[row])
  const [last] = namesIn(names, people.lastName[row], people.knownLastName[row])
  const words = [...(first?.words ?? []), ...(last?.words ?? [])]
  if (words.length < 2) return []
  const whole = [first?.text, last?.text].filter((it) => it !== undefined)
  return [[...words].sort().join(' '), `=${whole.join('')}`, `=${whole.reverse().join('')}`]
}
