import { roomFor } from './growing.ts'

const IS_ONE_WORD = 1
const IS_NICKNAME = 2
/** Latin letters without more. */
const IS_PLAIN = 4
/** One plain word, and no nickname: what can be told by its letters alone. */
const TELLING = IS_ONE_WORD | IS_PLAIN
/** Shorter names have spellings with few letters in common (Xu, Hsu). */
const LENGTH_MIN = 4

/** One slip of the pen takes one letter away and puts another there. */
const SLIP_LETTERS = 2

/** What is needed to see fast that two spellings are not alike, one array a trait: no object is touched for most pairs. */
export class NameTraits {
  private letters: Int32Array<ArrayBufferLike> = new Int32Array(256)
  private lengths: Int32Array<ArrayBufferLike> = new Int32Array(256)
  private firsts: Int32Array<ArrayBufferLike> = new Int32Array(256)
  private flags: Uint8Array<ArrayBufferLike> = new Uint8Array(256)
  private anagrams: Int32Array<ArrayBufferLike> = new Int32Array(256)

  /** Notes a spelling: its folded text without spaces, how many words it had, and whether the table of nicknames has it. */
  set(spelling: number, text: string, { words, isNickname }: { readonly words: number; readonly isNickname: boolean }): void {
    this.letters = roomFor(this.letters, spelling + 1)
    this.lengths = roomFor(this.lengths, spelling + 1)
    this.firsts = roomFor(this.firsts, spelling + 1)
    this.flags = roomFor(this.flags, spelling + 1)
    this.anagrams = roomFor(this.anagrams, spelling + 1)
    this.letters[spelling] = lettersOf(text)
    this.lengths[spelling] = text.length
    this.firsts[spelling] = text.charCodeAt(0)
    this.flags[spelling] = (words === 1 ? IS_ONE_WORD : 0) | (isNickname ? IS_NICKNAME : 0) | (isPlainText(text) ? IS_PLAIN : 0)
    this.anagrams[spelling] = anagramOf(text)
  }

  /** Both are one plain word of several letters, not both with nicknames, and less alike than this by their letters alone. */
  areSurelyUnlike(left: number, right: number, likeness: number): boolean {
    const flags = (this.flags[left] ?? 0) & (this.flags[right] ?? 0)
    if (flags !== TELLING || (this.lengths[left] ?? 0) < LENGTH_MIN || (this.lengths[right] ?? 0) < LENGTH_MIN) return false
    return this.likenessMax(left, right) < likeness
  }

  /** The same, and more than one slip of the pen lies between them. */
  areSurelyApart(left: number, right: number, likeness: number): boolean {
    const apart = bitCount((this.letters[left] ?? 0) ^ (this.letters[right] ?? 0))
    return apart > SLIP_LETTERS && this.areSurelyUnlike(left, right, likeness)
  }

  /** A number that their Jaro-Winkler likeness cannot exceed. */
  likenessMax(left: number, right: number): number {
    const [length, other] = [this.lengths[left] ?? 0, this.lengths[right] ?? 0]
    const [letters, others] = [this.letters[left] ?? 0, this.letters[right] ?? 0]
    const matches = Math.min(length - bitCount(letters & ~others), other - bitCount(others & ~letters))
    return likenessOfMatches(matches, length, other, this.firsts[left] === this.firsts[right])
  }

  lettersOf(spelling: number): number {
    return this.letters[spelling] ?? 0
  }

  lengthOf(spelling: number): number {
    return this.lengths[spelling] ?? 0
  }

  firstOf(spelling: number): number {
    return this.firsts[spelling] ?? 0
  }

  flagsOf(spelling: number): number {
    return this.flags[spelling] ?? 0
  }

  isNickname(spelling: number): boolean {
    return ((this.flags[spelling] ?? 0) & IS_NICKNAME) !== 0
  }

  /** Of one word without more: the text of its words is its own. */
  isOneWord(spelling: number): boolean {
    return ((this.flags[spelling] ?? 0) & IS_ONE_WORD) !== 0
  }

  /** A number that two full names share that are made of the same letters, however they are cut and ordered. */
  anagramOf(first: number, last: number): number {
    return ((first < 0 ? 0 : (this.anagrams[first] ?? 0)) + (last < 0 ? 0 : (this.anagrams[last] ?? 0))) | 0
  }
}

/** Rounding apart, so that nobody is called unlike who stands exactly on the border. */
const SLACK = 1e-9

/** The traits of some spellings beside one another, to be held against one other spelling after the other. */
export class TraitRows {
  private readonly letters: Int32Array
  private readonly lengths: Int32Array
  private readonly firsts: Int32Array
  /** Flags, or 0 for a person who has two names here: those are left to be compared. */
  private readonly flags: Uint8Array

  constructor(traits: NameTraits, spellings: readonly (readonly [spelling: number, known: number])[]) {
    this.letters = Int32Array.from(spellings, ([it]) => traits.lettersOf(it))
    this.lengths = Int32Array.from(spellings, ([it]) => traits.lengthOf(it))
    this.firsts = Int32Array.from(spellings, ([it]) => traits.firstOf(it))
    this.flags = Uint8Array.from(spellings, ([it, known]) => (it >= 0 && known < 0 ? traits.flagsOf(it) : 0))
  }

  /** Writes the value in the place of each spelling that is surely unlike the other, as `areSurelyUnlike` says. */
  markUnlike(traits: NameTraits, other: number, { likeness, value, into }: Mark): void {
    const { letters, lengths, firsts, flags } = this
    const [otherLetters, otherLength, otherFirst] = [traits.lettersOf(other), traits.lengthOf(other), traits.firstOf(other)]
    const otherFlags = traits.flagsOf(other)
    if (otherLength < LENGTH_MIN) return
    const least = likeness - SLACK
    for (let at = 0; at < letters.length; at += 1) {
      const length = lengths[at] ?? 0
      if (((flags[at] ?? 0) & otherFlags) !== TELLING || length < LENGTH_MIN) continue
      const own = letters[at] ?? 0
      const matches = Math.min(length - bitCount(own & ~otherLetters), otherLength - bitCount(otherLetters & ~own))
      if (likenessOfMatches(matches, length, otherLength, firsts[at] === otherFirst) < least) into[at] = value
    }
  }
}

interface Mark {
  readonly likeness: number
  readonly value: number
  readonly into: Float64Array
}

/** The most that a Jaro-Winkler likeness can be with so many letters matched, all in order, and four of them at the start if the first is. */
export function likenessOfMatches(matches: number, length: number, other: number, isSameFirst: boolean): number {
  const jaro = (matches / length + matches / other + 1) / 3
  return isSameFirst ? jaro + 0.4 * (1 - jaro) : jaro
}

/** Latin letters without more, folded. */
export function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at)
    if (letter < 0x61 || letter > 0x7a) return false
  }
  return true
}

/** One bit for each letter; far letters of other scripts share bits. */
export function lettersOf(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31)
  return letters
}

function anagramOf(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) {
    const letter = Math.imul(text.charCodeAt(at), 0x9e3779b1)
    sum = (sum + Math.imul(letter ^ (letter >>> 15), 0x85ebca6b)) | 0
  }
  return sum
}

/** How many bits are 1. */
export function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
