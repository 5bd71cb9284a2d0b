import { NAME_LENGTH_MAX } from './given-spelling.ts'
import { asLatin } from './letters/index.ts'
import { classesBy } from './spelling-classes.ts'
import { SURNAME_APART, SURNAME_CLASSES } from './surname-classes.ts'

/** Endings by which a Slavic, Lithuanian or Greek surname tells a woman's name from a man's, or one alphabet from another. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=...[sc])k(?:y+|i+|y?i[yj]?|ij|iy|yi|a|aya|aia|aja|ya|oy|oi)$/u, 'ki'],
  [/(?<=..[aeiouy])(?:wicz|vich|vych|vitch|vic|vits)$/u, 'vich'],
  [/(?<=...)(?:enko|enka)$/u, 'enko'],
  [/(?:czuk|chuk|tschuk|tchouk|chouk)$/u, 'chuk'],
  [/(?<=...)(?:ovai?a|off|ow?a?(?<=ova|owa))$/u, 'ov'],
  [/(?<=..)(?:yeva|ieva|jeva|yev|iev|jev)$/u, 'iev'],
  [/(?<=...)eva$/u, 'ev'],
  [/(?<=..)(?<=k|sh|kh|zh|ch)ina$/u, 'in'],
  [/(?<=..(?:ausk|insk|evic|avic|uk|ick|enk|iun|iul|ait))i?(?:as|us|is|ys|iene|aite|yte|ute)$/u, ''],
  [/(?<=...)(?:iene|iute|aite)$/u, ''],
  [/poulou$/u, 'poulos'],
  [/(?<=..[ia])d(?:ou|is|es)$/u, 'dis'],
]

/** What only an ending of the table can make: names of those languages write w or v, sz or sh. */
const SLAVIC = /(?:ski|[cs]ki|vich|enko|chuk|ov|iev)$/u

/** Whoever is called Novak in Brno has a wife called Novakova; Ivanov is not Ivan. */
const CZECH_STEM = /(?<=..[ae][kcrl])ov$/u

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
  if (word.length < 5) return word
  let it = word
  for (const [ending, common] of ENDINGS) {
    const changed = it.replace(ending, common)
    if (changed === it) continue
    it = changed
    break
  }
  if (!SLAVIC.test(it)) return it
  return it
    .replace(CZECH_STEM, '')
    .replace(/tsch|tch|cz/gu, 'ch')
    .replace(/sch|sz/gu, 'sh')
    .replaceAll('w', 'v')
}

const classOf = classesBy(skeleton, SURNAME_CLASSES, SURNAME_APART)
