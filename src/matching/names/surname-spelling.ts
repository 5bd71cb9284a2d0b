import { NAME_LENGTH_MAX } from './given-spelling.ts'
import { asLatin } from './letters/index.ts'
import { classesBy } from './spelling-classes.ts'
import { SURNAME_APART, SURNAME_CLASSES } from './surname-classes.ts'

/** Endings by which a Slavic, Lithuanian or Greek surname tells a woman's name from a man's, or one alphabet from another. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=...[sc]|..dz)k(?:y+|i+|y?i[yj]?|ij|iy|yi|a|aya|aia|aja|ya|oy|oi)$/u, 'ki'],
  [/(?<=..[aeiouy])(?:wicz|vich|vych|vitch|vic|vits)$/u, 'vich'],
  [/(?<=...)(?:enko|enka)$/u, 'enko'],
  [/(?:czuk|chuk|tschuk|tchouk|chouk)$/u, 'chuk'],
  [/(?<=...)(?:ova|owa|off)$/u, 'ov'],
  [/(?<=...)[yij]?eva?$/u, 'ev'],
  [/(?<=..[ln])[iy]k$/u, 'ik'],
  [/(?<=..)(?<=k|sh|kh|zh|ch)ina$/u, 'in'],
  [/(?<=..(?:ausk|insk|evic|avic|uk|ick|enk|iun|iul|ait))i?(?:as|us|is|ys|iene|aite|yte|ute)$/u, ''],
  [/(?<=...)(?:iene|iute|aite)$/u, ''],
  [/poulou$/u, 'poulos'],
  [/(?<=..[ia])d(?:ou|is|es)$/u, 'dis'],
]

/** The last letters of all these endings: most English names have others. */
const INFLECTED = /[acefhijkosuvyz]$/u

/** What only an ending of the table can make: names of those languages write w or v, sz or sh. */
const SLAVIC = /(?:ski|[cs]ki|vich|enko|chuk|ov|ev)$/u

/** A Novak of Brno has a daughter Novakova, a Pavlicek Pavlickova; but Ivanov is not Ivan. Commoner Czech names are in the table. */
const CZECH_STEM = /(?<=..[ae][kc])ov$/u
const CZECH_SHORT_STEM = /(?<=.ic)kov$/u

/**
 * A key that two folded surnames have in common where they are one name in two spellings, romanisations or scripts, or as borne by
 * a brother and a sister (Kowalski, Kowalska); empty where there is nothing to go by. Words are spelt one by one.
 *
 * Clark and Clarke, Brown and Browne are two families, so the rules leave English alone; letters alike are for the comparison to see.
 *
 * @example surnameSpelling('o brien') === surnameSpelling('obriain'), surnameSpelling('kazlauskiene') === surnameSpelling('kazlauskas')
 */
export function surnameSpelling(folded: string): string {
  if (folded.length > NAME_LENGTH_MAX) return ''
  const latin = asLatin(folded)
  if (!latin.includes(' ')) return latin.length < 2 ? '' : classOf(latin).key
  const words = latin
    .replace(/^st (?=\S)/u, 'saint ')
    .replace(/\b(o|mc|mac|m|ni|ui) (?=\S)/gu, '$1')
    .split(' ')
  return words.map((word) => classOf(word).key).join(' ')
}

/** Whether the table of classes has a word itself. */
export function isListedSurname(word: string): boolean {
  return classOf(word).isListed
}

function skeleton(word: string): string {
  const it = word
    .replace(/^mac(?=[^aeiouyh]..)/u, 'mc')
    .replace(DOUBLED, (letters) => letters.charAt(0))
    .replace(/(?:(?<=.)[aou]e|aa)(?=[b-df-hj-np-tvxz])/gu, (pair) => pair.charAt(0))
    .replace(/ph|ck?s|x|ksh|[db]h|q(?!u)/gu, (pair) => PAIRS[pair] ?? pair)
  return withCommonEnding(it)
}

/** Doubled or not, where English hears no difference: not behind the first vowel (Hamer, Hammer). */
const DOUBLED = /([b-df-hj-np-tv-xz])\1+(?=[^aeiouy]|$)|(?<=[^aeiouy]|[aeiouy][^aeiouy]{1,9}[aeiouy]{1,9})([b-df-hj-np-tv-xz])\2+/gu

const PAIRS: Readonly<Record<string, string>> = { ph: 'f', cks: 'ks', x: 'ks', ksh: 'ks', dh: 'd', bh: 'b', q: 'k' }

function withCommonEnding(word: string): string {
  if (word.length < 5 || !INFLECTED.test(word)) return word
  let it = word
  for (const [ending, common] of ENDINGS) {
    it = word.replace(ending, common)
    if (it !== word) break
  }
  if (!SLAVIC.test(it)) return it
  const stem = it.replace(CZECH_SHORT_STEM, 'ek').replace(CZECH_STEM, '')
  const sounds = stem.replace(/tsch|tch|cz/gu, 'ch').replace(/sch|sz/gu, 'sh')
  // Ukrainian h is g to a Russian clerk, and y is i
  return sounds
    .replace(/(?<![sckzt])h/gu, 'g')
    .replaceAll('y', 'i')
    .replaceAll('w', 'v')
}

const classOf = classesBy(skeleton, SURNAME_CLASSES, SURNAME_APART)
