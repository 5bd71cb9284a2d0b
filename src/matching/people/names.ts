import { foldName } from '../../kernel/index.ts'
import { givenSpelling, hasNicknames, nameParts, surnameSpelling } from '../names/index.ts'
import { Dictionary, type DictionaryParts } from './dictionary.ts'
import { roomFor } from './growing.ts'
import { isPlainText, lettersOf, NameTraits } from './name-traits.ts'

/** One spelling of a name, as comparison needs it. Made when a name is first compared, not when it is read. */
export interface Name {
  /** Code of the text below: equal for equal names. */
  readonly code: number
  /** Folded without spaces: what is compared and counted. */
  readonly text: string
  /** Its folded words, for double-barrelled and shifted names. */
  readonly words: readonly string[]
  readonly typed: string
  /** One bit for each letter in it; far letters of other scripts share bits. */
  readonly letters: number
  /** The nickname table has it. */
  readonly isNickname: boolean
  /** Latin letters without more. */
  readonly isPlain: boolean
  /** What other spellings of the name have in common with it; worked out when first asked for. */
  readonly spellings: Spellings
}

export interface Spellings {
  /** As a given name, and as a surname; empty: nothing is known. */
  readonly given: string
  readonly surname: string
  /** Without the small words (van, de, al), joined. */
  readonly core: string
}

/** A name longer than this is cut for comparison: nobody's name is, and comparing grows with the square of the length. */
const LETTERS_MAX = 120

/** Every spelling of a name in one run, folded once. */
export class NameTable {
  private readonly typed = new Dictionary()
  private readonly texts = new Dictionary()
  private codes: Int32Array<ArrayBufferLike> = new Int32Array(256)
  private readonly names: (Name | undefined)[] = []
  /** By spelling. */
  readonly traits = new NameTraits()
  private scratch: Uint8Array<ArrayBufferLike> = new Uint8Array(256)
  /** How many spellings have been folded. */
  private folded = 0

  /** How many different texts there are: the codes of `textOf` are below it. */
  get size(): number {
    return this.texts.size
  }

  /** The number of this spelling, or -1 where nothing of it is left when it is folded. */
  add(spelling: string): number {
    return this.known(this.typed.codeOf(spelling))
  }

  addBytes(bytes: Uint8Array, start: number, end: number): number {
    return this.known(this.typed.codeOfBytes(bytes, start, end))
  }

  /** The code of what a spelling is folded to; -1 for no name. */
  textOf(spelling: number): number {
    return spelling < 0 ? -1 : (this.codes[spelling] ?? -1)
  }

  typedOf(spelling: number): string {
    return this.typed.textOf(spelling).trim()
  }

  /** Everything about a spelling; it must be one (not -1). */
  nameOf(spelling: number): Name {
    const known = this.names[spelling]
    if (known) return known
    const name = new DescribedName(this.typedOf(spelling), this.textOf(spelling), this.traits.isNickname(spelling))
    this.names[spelling] = name
    return name
  }

  parts(): DictionaryParts {
    return this.typed.parts()
  }

  /** The same spellings with the same numbers, in another thread. */
  static from({ bytes, ends, size }: DictionaryParts): NameTable {
    const table = new NameTable()
    for (let code = 0; code < size; code += 1) table.addBytes(bytes, code === 0 ? 0 : (ends[code - 1] ?? 0), ends[code] ?? 0)
    return table
  }

  private known(spelling: number): number {
    if (spelling === this.folded) {
      this.codes = roomFor(this.codes, spelling + 1)
      const text = this.fold(spelling)
      this.codes[spelling] = text
      if (text >= 0) this.noteTraits(spelling, text)
      this.folded += 1
    }
    return (this.codes[spelling] ?? -1) < 0 ? -1 : spelling
  }

  private noteTraits(spelling: number, code: number): void {
    const text = this.texts.textOf(code)
    const words = isPlain(this.scratch, this.typed.lengthOf(spelling)) ? 1 : compared(this.typed.textOf(spelling)).split(' ').length
    this.traits.set(spelling, text, { words, isNickname: hasNicknames(text) })
  }

  private fold(spelling: number): number {
    const length = this.typed.lengthOf(spelling)
    this.scratch = roomFor(this.scratch, length)
    this.typed.copyTo(spelling, this.scratch, 0)
    if (length > 0 && length <= LETTERS_MAX && isPlain(this.scratch, length)) {
      for (let at = 0; at < length; at += 1) this.scratch[at] = (this.scratch[at] ?? 0) | 0x20
      return this.texts.codeOfBytes(this.scratch, 0, length)
    }
    const text = compared(this.typed.textOf(spelling)).replaceAll(' ', '')
    return text === '' ? -1 : this.texts.codeOf(text)
  }
}

/** ASCII letters alone: they fold to their lower case. */
function isPlain(bytes: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at += 1) {
    const letter = (bytes[at] ?? 0) | 0x20
    if (letter < 0x61 || letter > 0x7a) return false
  }
  return true
}

const isPlainLetters = (typed: string): boolean => /^[A-Za-z]*$/u.test(typed)

function compared(typed: string): string {
  if (typed.length <= LETTERS_MAX && isPlainLetters(typed)) return typed.toLowerCase()
  return foldName(typed.slice(0, LETTERS_MAX * 2))
    .slice(0, LETTERS_MAX)
    .trim()
}

/** Each part worked out when it is first asked for: most names are only ever counted, and a surname is seldom compared as a given name. */
class DescribedName implements Name, Spellings {
  readonly typed: string
  readonly code: number
  readonly text: string
  readonly letters: number
  readonly isNickname: boolean
  readonly isPlain: boolean
  private readonly folded: string
  private readonly known: { words?: readonly string[]; given?: string; surname?: string; core?: string } = {}

  constructor(typed: string, code: number, isNickname: boolean) {
    this.typed = typed
    this.code = code
    this.folded = compared(typed)
    this.text = this.folded.replaceAll(' ', '')
    this.letters = lettersOf(this.text)
    this.isNickname = isNickname
    this.isPlain = isPlainText(this.text)
  }

  get words(): readonly string[] {
    this.known.words ??= this.folded.split(' ')
    return this.known.words
  }

  get spellings(): Spellings {
    return this
  }

  get given(): string {
    this.known.given ??= givenSpelling(this.folded)
    return this.known.given
  }

  get surname(): string {
    this.known.surname ??= surnameSpelling(this.folded)
    return this.known.surname
  }

  get core(): string {
    this.known.core ??= nameParts(this.words).coreText
    return this.known.core
  }
}
