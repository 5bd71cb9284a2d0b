import { ARABIC_LETTERS, ARABIC_NAMES } from './arabic.ts'
import { CYRILLIC, UKRAINIAN } from './cyrillic.ts'
import { GREEK, GREEK_DIGRAPHS } from './greek.ts'
import { HAN_SURNAMES } from './han.ts'
import { HANGUL_SURNAMES } from './hangul.ts'
import { HEBREW_LETTERS, HEBREW_NAMES } from './hebrew.ts'

/** The last letter of Latin scripts that folding leaves; everything behind may be another script. */
const LATIN_UP_TO = 0x24f

const WORDS: ReadonlyMap<string, string> = new Map([...ARABIC_NAMES, ...HEBREW_NAMES, ...HAN_SURNAMES, ...HANGUL_SURNAMES])
const LETTERS: ReadonlyMap<string, string> = new Map([...CYRILLIC, ...GREEK, ...ARABIC_LETTERS, ...HEBREW_LETTERS])
const UKRAINIAN_LETTERS: ReadonlyMap<string, string> = new Map([...LETTERS, ...UKRAINIAN])

/**
 * A folded name in Latin letters: Cyrillic and Greek letter by letter; Arabic, Hebrew, Han and Hangul by tables of common
 * names, since these scripts leave the vowels or the sound to the reader. Letters that nobody has told us about stay.
 *
 * @example asLatin('олександр') === 'oleksandr', asLatin('محمد') === 'muhammad', asLatin('ng') === 'ng'
 */
export function asLatin(folded: string): string {
  if (isLatin(folded)) return folded
  // "servant of" is no name without the next word
  const joined = folded.replace(/(^| )عبد (?=\S)/gu, '$1عبد')
  return joined.split(' ').map(wordAsLatin).join(' ')
}

function isLatin(folded: string): boolean {
  for (let at = 0; at < folded.length; at += 1) if (folded.charCodeAt(at) > LATIN_UP_TO) return false
  return true
}

function wordAsLatin(word: string): string {
  const known = WORDS.get(word)
  if (known !== undefined) return known
  const letters = /[іїєґ]/u.test(word) ? UKRAINIAN_LETTERS : LETTERS
  const spelt = word.replace(/[αεοηυ][ιυ]|γ[γκχ]|μπ|ντ/gu, (pair) => GREEK_DIGRAPHS.get(pair) ?? pair)
  return spelt.replace(/[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff]/gu, (letter) => letters.get(letter) ?? letter)
}
