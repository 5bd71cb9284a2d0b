import { bitsOf, type CodeFrequency } from '../model/index.ts'
import type { Name, NameTable, People } from '../people/index.ts'
import type { Compared } from './compared.ts'
import { declareLevels, type Finding } from './levels.ts'
import { crossedBits, crossesOf } from './names-crossed.ts'

export const NAMES = declareLevels('names', 'swapped', 'other_boxes', 'one_in_other_box')

/**
 * Forename and surname in each other's box, also with a slip; cut at another place ("Maria Jose | Garcia", "Maria | Jose
 * Garcia"); or one in the other's box while the other is new.
 */
export function compareNamesElsewhere(pair: Compared, into: Finding): void {
  into.clear()
  const { namesSwapped, oneNameMoved } = pair.model.weights
  const crosses = crossesOf(pair)
  const [first, second] = crosses
  const isSame = first?.isSame === true
  if (isSame && second) into.set(NAMES.of.swapped, crossedBits(pair, namesSwapped, crosses), second.spelling, second.other)
  else if (isInOtherBoxes(pair)) {
    into.set(NAMES.of.other_boxes, Math.min(bitsIn(pair, pair.directory, pair.left), bitsIn(pair, pair.source, pair.right)))
  } else if (isSame) into.set(NAMES.of.one_in_other_box, crossedBits(pair, oneNameMoved, crosses), first.spelling, first.spelling)
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

/** Whether two full names agree however the boxes are used. */
export function shareFullName(names: NameTable, one: Person, other: Person): boolean {
  const keys = fullNameKeys(names, one.people, one.row)
  return fullNameKeys(names, other.people, other.row).some((key) => keys.includes(key))
}

interface Person {
  readonly people: People
  readonly row: number
}

/** The same words, at least two, in any order, somewhere in the two boxes; or the same letters where a name is written as one word. */
function isInOtherBoxes({ names, directory, source, left, right }: Compared): boolean {
  if (!hasBothNames(directory, left) && !hasBothNames(source, right)) return false
  if (anagramOf(names, directory, left) !== anagramOf(names, source, right)) return false
  return shareFullName(names, { people: directory, row: left }, { people: source, row: right })
}

/** A number that two people share whose full names agree however the boxes are used, and few others. */
export function anagramOf(names: NameTable, people: People, row: number): number {
  return names.traits.anagramOf(
    eitherOf(people.firstName[row], people.knownFirstName[row]),
    eitherOf(people.lastName[row], people.knownLastName[row]),
  )
}

function eitherOf(spelling: number | undefined, known: number | undefined): number {
  return spelling !== undefined && spelling >= 0 ? spelling : (known ?? -1)
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
