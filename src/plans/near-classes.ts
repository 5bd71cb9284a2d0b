import { foldName } from '../kernel/index.ts'

/** A class of ours that could be meant. */
interface Held {
  readonly id: string
  readonly name: string
}

/** More would not be a proposal but a list, and the list is there already. */
const PROPOSALS_MAX = 3
/** Shorter words are one slip from too many others: "Ash", "Asp". */
const SLIP_LENGTH_MIN = 4

/** Words that classes are called by on one side and not on the other. */
const FILLERS = new Set(['class', 'form', 'group', 'year', 'yr', 'y', 'grade', 'registration', 'reg', 'tutor', 'homeroom', 'room', 'set'])

/**
 * Classes of ours whose names are nearly the name of a class of the source, nearest first: for a person to choose, never taken
 * by themselves (S-95). Numbers have to agree: 5 Oak is not 6 Oak.
 */
export function nearClasses<Class extends Held>(name: string, held: readonly Class[]): readonly Class[] {
  const wanted = wordsOf(name)
  return held
    .flatMap((it) => {
      const rank = distance(wanted, wordsOf(it.name))
      return rank === null ? [] : [{ it, rank }]
    })
    .sort((a, b) => a.rank - b.rank || a.it.name.localeCompare(b.it.name, 'en', { numeric: true }) || (a.it.id < b.it.id ? -1 : 1))
    .slice(0, PROPOSALS_MAX)
    .map(({ it }) => it)
}

/** The words of a name: "6-Oak (2026)" and "Year 6 Oak" are 6 and oak. */
function wordsOf(name: string): readonly string[] {
  const spaced = foldName(name).replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$1$2 ')
  const all = spaced.split(' ').filter((it) => it !== '' && !/^20\d\d$/u.test(it))
  const telling = all.filter((it) => !FILLERS.has(it))
  return telling.length === 0 ? all : telling
}

/** 0: the same letters and digits; 1: the same words in another order; 2: one slip; 3: one says more; null: not near. */
function distance(a: readonly string[], b: readonly string[]): number | null {
  if (a.length === 0 || b.length === 0) return null
  if (a.join('') === b.join('')) return 0
  if ([...a].sort().join(' ') === [...b].sort().join(' ')) return 1
  const [numbersOfA, numbersOfB] = [numbersOf(a), numbersOf(b)]
  const [lettersOfA, lettersOfB] = [lettersOf(a), lettersOf(b)]
  if (numbersOfA === numbersOfB && isOneSlip(lettersOfA, lettersOfB)) return 2
  const mayDiffer = numbersOfA === numbersOfB || numbersOfA === '' || numbersOfB === ''
  return mayDiffer && lettersOfA !== '' && isWithin(a, b) ? 3 : null
}

function numbersOf(words: readonly string[]): string {
  return words.filter((it) => /^\p{N}+$/u.test(it)).join(' ')
}

function lettersOf(words: readonly string[]): string {
  return words.filter((it) => !/^\p{N}+$/u.test(it)).join(' ')
}

/** Whether all words of the shorter one stand in the other, a word of two letters or more among them. */
function isWithin(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length < b.length ? [a, new Set(b)] : [b, new Set(a)]
  return few.every((it) => many.has(it)) && few.some((it) => /^\p{L}{2,}$/u.test(it))
}

/** Whether one letter more, less or other makes two texts one. */
function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < SLIP_LENGTH_MIN || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at)
  return rest === long.slice(at + 1)
}
