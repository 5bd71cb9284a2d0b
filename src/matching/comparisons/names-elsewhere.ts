import { bitsOf, type CodeFrequency } from '../model/index.ts'
import type { Name, NameTable, People } from '../people/index.ts'
import type { Compared } from './compared.ts'
import { declareLevels, type Finding } from './levels.ts'
import { likenessOf, SIMILAR_FROM } from './name-level.ts'

export const NAMES = declareLevels('names', 'swapped', 'other_boxes')

/** Forename and surname in each other's box, also with one slip, or cut at another place ("Maria Jose | Garcia", "Maria | Jose Garcia"). */
export function compareNamesElsewhere(pair: Compared, into: Finding): void {
  into.clear()
  const { model, directory, source, left, right } = pair
  const level = isSwapped(pair) ? NAMES.of.swapped : isInOtherBoxes(pair) ? NAMES.of.other_boxes : 0
  if (level === 0) return
  const bits = Math.min(bitsIn(pair, directory, left), bitsIn(pair, source, right))
  into.set(level, Math.min(bits, bitsOf({ m: model.weights.namesSwapped, u: 2 ** -40 })))
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

function isSwapped(pair: Compared): boolean {
  const { directory, source, left, right } = pair
  const first = spellingsIn(directory.firstName[left], directory.knownFirstName[left])
  const otherLast = spellingsIn(source.lastName[right], source.knownLastName[right])
  const one = bestLikeness(pair.names, first, otherLast)
  if (one < SIMILAR_FROM) return false
  const last = spellingsIn(directory.lastName[left], directory.knownLastName[left])
  const otherFirst = spellingsIn(source.firstName[right], source.knownFirstName[right])
  const two = bestLikeness(pair.names, last, otherFirst)
  return two >= SIMILAR_FROM && (one === 1 || two === 1)
}

type Spellings = readonly [spelling: number, known: number]

function spellingsIn(spelling: number | undefined, known: number | undefined): Spellings {
  return [spelling ?? -1, known ?? -1]
}

/** The best likeness of two names from `SIMILAR_FROM` up; anything below it where there is none. */
function bestLikeness(names: NameTable, left: Spellings, right: Spellings): number {
  let best = 0
  for (const one of left) {
    if (one < 0) continue
    for (const other of right) {
      if (other < 0 || names.traits.likenessMax(one, other) < SIMILAR_FROM) continue
      best = Math.max(best, likenessOf(names.nameOf(one), names.nameOf(other)))
    }
  }
  return best
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
function fullNameKeys(names: NameTable, people: People, row: number): string[] {
  const [first] = namesIn(names, people.firstName[row], people.knownFirstName[row])
  const [last] = namesIn(names, people.lastName[row], people.knownLastName[row])
  const words = [...(first?.words ?? []), ...(last?.words ?? [])]
  if (words.length < 2) return []
  const whole = [first?.text, last?.text].filter((it) => it !== undefined)
  return [[...words].sort().join(' '), `=${whole.join('')}`, `=${whole.reverse().join('')}`]
}
