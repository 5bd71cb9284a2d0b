import type { Random } from '../../../fixtures/index.ts'

/** Keys around each key, diagonal ones too. */
const AROUND: Readonly<Record<string, string>> = {
  a: 'qwsz',
  b: 'vghn',
  c: 'xdfv',
  d: 'serfcx',
  e: 'wsdr',
  f: 'drtgvc',
  g: 'ftyhbv',
  h: 'gyujnb',
  i: 'ujko',
  j: 'huikmn',
  k: 'jiolm',
  l: 'kop',
  m: 'njk',
  n: 'bhjm',
  o: 'iklp',
  p: 'ol',
  q: 'wa',
  r: 'edft',
  s: 'awedxz',
  t: 'rfgy',
  u: 'yhji',
  v: 'cfgb',
  w: 'qase',
  x: 'zsdc',
  y: 'tghu',
  z: 'asx',
}
/** Substitute, leave out, put in, double, change about: in this order of frequency (Damerau 1964, Peterson 1986). */
const SLIPS = ['other', 'other', 'other', 'less', 'less', 'less', 'more', 'more', 'double', 'turn', 'turn'] as const
/** Share of slips in the first letter (Pollock and Zamora 1984: 7.8 percent). */
const IN_FIRST_LETTER = 0.08

/** One slip of the fingers on a keyboard; null for a name too short to be known again. */
export function mistyped(random: Random, name: string): string | null {
  const letters = [...name]
  if (letters.length < 3) return null
  const at = random.chance(IN_FIRST_LETTER) ? 0 : 1 + random.below(letters.length - 1)
  const letter = letters[at] ?? ''
  const key = neighbour(random, letter)
  switch (random.pick(SLIPS)) {
    case 'other':
      return key === null ? null : letters.with(at, key).join('')
    case 'less':
      return letters.toSpliced(at, 1).join('')
    case 'more':
      return key === null ? null : letters.toSpliced(at + 1, 0, key.toLowerCase()).join('')
    case 'double':
      return letters.toSpliced(at + 1, 0, letter.toLowerCase()).join('')
    case 'turn': {
      const next = letters[at + 1]
      return next === undefined
        ? null
        : letters
            .with(at, next)
            .with(at + 1, letter)
            .join('')
    }
  }
}

function neighbour(random: Random, letter: string): string | null {
  const keys = AROUND[letter.toLowerCase()]
  if (keys === undefined) return null
  const key = random.pick([...keys])
  return letter === letter.toLowerCase() ? key : key.toUpperCase()
}

/** What a scanner takes for what; each may go either way. */
const LOOK_ALIKES = 'rn:m cl:d vv:w li:h ii:u l:i l:t e:c n:h n:r u:v a:o g:q f:t h:b ri:n'.split(' ').map((pair) => pair.split(':'))

/** A name as a scanner or a hurried eye reads it. */
export function misread(random: Random, name: string): string | null {
  return replacedOnce(
    random,
    name,
    LOOK_ALIKES.flatMap(([one = '', other = '']) => [[one, other] as const, [other, one] as const]),
  )
}

/** How a name is written by somebody who only heard it. `^` is the beginning, `$` the end. */
const SOUND_ALIKES = `ph:f f$:ff ck:k c:k k:c ks:x x:ks qu:kw ie$:y y$:ie ey$:y y$:ey i$:ie ee:ea ea:ee ei:ie ie:ei th:t t:th z:s s:z
ss:s ll:l l:ll tt:t t:tt nn:n n:nn mm:m m:mm rr:r r:rr pp:p dd:d gh: wh:w kn:n oo:u ou:u au:aw aw:or or:aw an$:en en$:an on$:en en$:on
son$:sen sen$:son er$:ar ar$:er re$:er ai:ay ay:ai a$:ah ah$:a j:g ge:je sh:ch tch:ch ce$:se ow:ou igh:y ^h: ^e:he ^j:y ^y:j v:w w:v`
  .split(/\s+/u)
  .map((pair) => pair.split(':'))

/** A name written down by ear. */
export function misheard(random: Random, name: string): string | null {
  return replacedOnce(
    random,
    name,
    SOUND_ALIKES.map(([from = '', to = '']) => [from, to] as const),
  )
}

function replacedOnce(random: Random, name: string, rules: readonly (readonly [from: string, to: string])[]): string | null {
  const found = rules.flatMap(([from, to]) => [...name.matchAll(new RegExp(from, 'giu'))].map((match) => ({ match, to })))
  if (found.length === 0) return null
  const { match, to } = random.pick(found)
  const isCapital = match[0] !== match[0].toLowerCase()
  const rest = name.slice(match.index + match[0].length)
  if (isCapital && to === '') return rest.charAt(0).toUpperCase() + rest.slice(1)
  return name.slice(0, match.index) + (isCapital ? to.charAt(0).toUpperCase() + to.slice(1) : to) + rest
}
