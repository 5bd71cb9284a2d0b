import { foldName } from '../../kernel/index.ts'
import type { Frequency } from '../frequencies.ts'
import { jaroWinkler } from '../jaro-winkler.ts'
import { bitsOf, type Model } from '../model.ts'
import type { Name, Person } from '../prepare.ts'
import type { NameLevel } from '../weights/index.ts'
import type { Finding } from './finding.ts'
import { bestNames, type ComparedNames } from './name-bits.ts'
import { isOneSlip, SIMILAR_FROM } from './name-level.ts'

export type NameFinding = Finding<NameLevel | 'middle_as_first'>
export type SwapFinding = Finding<'swapped' | 'other_boxes'>

/** The best of legal and known-as forename on both sides; a middle name that is used as first name on the other side counts too. */
export function compareForenames(model: Model, directory: Person, source: Person): NameFinding | null {
  const best = findingOf(model.forename.frequency, bestNames(model.forename, directory.forenames, source.forenames))
  const asFirst = middleAsFirst(model, directory, source)
  return asFirst && (best === null || asFirst.bits > best.bits) ? asFirst : best
}

/** The best of legal and known-as surname on both sides. */
export function compareSurnames(model: Model, directory: Person, source: Person): NameFinding | null {
  return findingOf(model.surname.frequency, bestNames(model.surname, directory.surnames, source.surnames))
}

/** Forename and surname in each other's box, also with one slip, or cut at another place ("Maria Jose | Garcia", "Maria | Jose Garcia"). */
export function compareSwapped(model: Model, directory: Person, source: Person): SwapFinding | null {
  const level = isSwapped(directory, source) ? 'swapped' : isInOtherBoxes(directory, source) ? 'other_boxes' : null
  if (level === null) return null
  const { forename, surname } = model.frequencies
  const bitsIn = (person: Person) => bitsOfSwap(model, leastCommon(person.forenames, forename), leastCommon(person.surnames, surname))
  return { level, bits: Math.min(...[directory, source].filter(hasBothNames).map(bitsIn)), params: {} }
}

/** Whether two names may well be one: equal, a short form, a part, or a slip of the pen. Not whether that is rare: that is in the bits. */
export function agrees(finding: NameFinding | null): boolean {
  return finding !== null && !['different', 'resembling', 'initial'].includes(finding.level)
}

/** Whether two forenames speak for two people; an initial, a name cut short ("Ada" for "Adaeze") or one slip ("Lrx" for "Lex") does not. */
export function isOtherForename(finding: NameFinding | null): boolean {
  return finding?.level === 'different' || (finding?.level === 'resembling' && !isShortOrSlip(finding))
}

/** Letters of a short form at least: fewer begin too many names. */
const CUT_LENGTH_MIN = 3

function isShortOrSlip({ params }: NameFinding): boolean {
  const [short = '', long = ''] = [foldName(params['directory'] ?? ''), foldName(params['source'] ?? '')].sort(
    (a, b) => a.length - b.length,
  )
  return (short.length >= CUT_LENGTH_MIN && long.startsWith(short)) || isOneSlip(short, long)
}

function findingOf(frequency: Frequency, best: ComparedNames | null): NameFinding | null {
  if (best === null) return null
  const { level, bits, left, right } = best
  const rate = Math.max(frequency.rateBeside(left.text, 1), frequency.rateBeside(right.text, 1))
  return { level, bits, params: { directory: left.typed, source: right.typed, rarity: rarityOf(rate) } }
}

/** In words: rare from one in 500 down, common from one in 50 up. */
function rarityOf(rate: number): string {
  if (rate < 0.002) return 'rare'
  return rate > 0.02 ? 'common' : 'usual'
}

function middleAsFirst(model: Model, directory: Person, source: Person): NameFinding | null {
  const name = usedAsFirst(directory, source) ?? usedAsFirst(source, directory)
  if (!name) return null
  const bits = bitsOf({ m: model.weights.middleAsFirst, u: model.frequencies.forename.rateBeside(name.text, 1) })
  return { level: 'middle_as_first', bits, params: { value: name.typed } }
}

function usedAsFirst(full: Person, short: Person): Name | undefined {
  const { middle } = full
  return middle === null ? undefined : short.forenames.find((name) => middle.text === name.text || middle.words.includes(name.text))
}

function isSwapped(directory: Person, source: Person): boolean {
  return directory.forenames.some((first) =>
    source.surnames.some((last) => {
      const one = likenessOf(first, last)
      if (one < SIMILAR_FROM) return false
      return directory.surnames.some((otherLast) =>
        source.forenames.some((otherFirst) => {
          const two = likenessOf(otherLast, otherFirst)
          return two >= SIMILAR_FROM && (one === 1 || two === 1)
        }),
      )
    }),
  )
}

function likenessOf(left: Name, right: Name): number {
  return left.text === right.text ? 1 : jaroWinkler(left.text, right.text)
}

/** The same words, at least two, in any order, somewhere in the two boxes. */
function isInOtherBoxes(directory: Person, source: Person): boolean {
  if (!hasBothNames(directory) && !hasBothNames(source)) return false
  const words = wordsOf(directory)
  return words.includes(' ') && words === wordsOf(source)
}

/** All words of the first of the names, in alphabetical order: equal however the boxes are used. */
export function wordsOf(person: Person): string {
  return [...(person.forenames[0]?.words ?? []), ...(person.surnames[0]?.words ?? [])].sort().join(' ')
}

function hasBothNames(person: Person): boolean {
  return person.forenames.length > 0 && person.surnames.length > 0
}

function leastCommon(names: readonly Name[], frequency: Frequency): number {
  return Math.min(...names.map((name) => frequency.rateBeside(name.text, 1)))
}

function bitsOfSwap(model: Model, forenameRate: number, surnameRate: number): number {
  return bitsOf({ m: model.weights.namesSwapped, u: forenameRate * surnameRate })
}
