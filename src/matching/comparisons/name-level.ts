import { jaroWinkler } from '../jaro-winkler.ts'
import { areNicknames } from '../names/index.ts'
import { bitCount, likenessOfMatches, type Name } from '../people/index.ts'
import { declareLevels } from './levels.ts'

/** How alike two names of one box are, strongest level first. Surnames have no nicknames; only forenames come from middle names. */
export const NAME = declareLevels(
  'name',
  'exact',
  'alias',
  'nickname',
  'spelling',
  'part',
  'similar',
  'initial',
  'resembling',
  'different',
  'middle_as_first',
)

/** Likeness from which two spellings are a slip of one name, and from which they may be. */
export const SIMILAR_FROM = 0.92
export const RESEMBLING_FROM = 0.8

/** Words shorter than this ("de", "al", "st") do not make two names share a part. */
const PART_LENGTH_MIN = 3

/** In shorter names one slip makes another name, but for a letter that was left out. */
const SLIP_LENGTH_MIN = 3

/** The level of two forenames that are not the same. */
export function forenameLevel(left: Name, right: Name): number {
  if (left.isNickname && right.isNickname && areNicknames(left.text, right.text)) return NAME.of.nickname
  return levelByLetters(left, right, 'given')
}

/** The level of two surnames that are not the same. */
export function surnameLevel(left: Name, right: Name): number {
  return levelByLetters(left, right, 'surname')
}

/** Short names have spellings with few letters in common (Xu, Hsu). */
const SHORT_LENGTH_MAX = 3

function levelByLetters(left: Name, right: Name, box: 'given' | 'surname'): number {
  const most = likenessMax(left, right)
  const isTold = left.isPlain && right.isPlain && Math.min(left.text.length, right.text.length) > SHORT_LENGTH_MAX
  if ((most >= RESEMBLING_FROM || !isTold) && areSpellings(left, right, box)) return NAME.of.spelling
  if ((left.words.length > 1 || right.words.length > 1) && sharesPart(left, right)) return NAME.of.part
  if (left.text.length === 1 || right.text.length === 1) return left.text[0] === right.text[0] ? NAME.of.initial : NAME.of.different
  if (most < RESEMBLING_FROM) return NAME.of.different
  const likeness = jaroWinkler(left.text, right.text)
  if (likeness >= SIMILAR_FROM) return NAME.of.similar
  return likeness >= RESEMBLING_FROM || isSlip(left, right) ? NAME.of.resembling : NAME.of.different
}

/** One letter is wrong, missing or too many, or two neighbours are changed about: in short names (Duc, Ivy) Jaro-Winkler sees too little. */
export function isOneSlip(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  if (long.length < SLIP_LENGTH_MIN || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const isTurned = short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  return isTurned || short.slice(at + 1) === long.slice(at + 1)
}

/** Letters that scanners read as one another. */
const MISREAD: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['ri', 'n'],
  ['li', 'h'],
  ['cl', 'd'],
  ['vv', 'w'],
  ['ii', 'u'],
]

/** Two readings of one scanned name (Maryarn, Maryam). */
function isMisread(left: string, right: string): boolean {
  const read = (text: string): string => MISREAD.reduce((it, [seen, meant]) => it.replaceAll(seen, meant), text)
  return left !== right && read(left) === read(right)
}

/** One slip of the pen, or of a scanner. */
export function isSlip(left: Name, right: Name): boolean {
  return isOneSlip(left.text, right.text) || isMisread(left.text, right.text)
}

/** Two neighbouring letters changed about, or one letter doubled: a slip that seldom makes the name of another child. */
export function isTypingSlip(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (long.length === short.length + 1) return at > 0 && long[at] === long[at - 1] && short.slice(at) === long.slice(at + 1)
  if (long.length !== short.length) return false
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}

/** Equal, or a slip of the pen apart. */
export function likenessOf(left: Name, right: Name): number {
  return left.code === right.code ? 1 : jaroWinkler(left.text, right.text)
}

/** One name in two spellings, alphabets or languages ("Mohammed", "Muhammad"; "Kowalski", "Kowalska"), or with and without its small words. */
function areSpellings(left: Name, right: Name, box: 'given' | 'surname'): boolean {
  const [one, other] = [left.spellings, right.spellings]
  return (one[box] !== '' && one[box] === other[box]) || (one.core !== '' && one.core === other.core)
}

/** One name is made of words of the other: "Smith-Jones" and "Jones", "Mary Jane" and "Mary", "Lopez Garcia" and "Garcia Lopez". */
export function sharesPart(left: Name, right: Name): boolean {
  const [short, long] = left.words.length < right.words.length ? [left, right] : [right, left]
  return short.words.every((word) => long.words.includes(word)) && short.words.some((word) => word.length >= PART_LENGTH_MIN)
}

/**
 * A number that their Jaro-Winkler likeness cannot exceed, from their letters alone: a letter that the other name lacks
 * matches nothing. Spares nine comparisons in ten.
 */
function likenessMax(left: Name, right: Name): number {
  const matches = Math.min(
    left.text.length - bitCount(left.letters & ~right.letters),
    right.text.length - bitCount(right.letters & ~left.letters),
  )
  return likenessOfMatches(matches, left.text.length, right.text.length, left.text.charCodeAt(0) === right.text.charCodeAt(0))
}
