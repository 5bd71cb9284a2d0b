import { isListedSurname } from './surname-spelling.ts'

/** A name in its parts, for names of which one system leaves the small words out. */
export interface NameParts {
  /** The words that carry the name, without particles; what belongs together is one word ("o brien" is "obrien"). */
  readonly words: readonly string[]
  /** These words joined: equal for "van der Berg" and "Berg", "St John" and "Saint John". */
  readonly coreText: string
}

/** Words that stand before a name. The last word is never one: Le, Van, Do and Mac are surnames too. */
const PARTICLES: ReadonlySet<string> = new Set(
  'van der den de het ten ter te von vom zu zum zur af av al el ul ad as ash an ar ath at az bin bint binti ben ibn ould wald da das do dos du des del della delle degli dei di dela la las le les lo los y e ap ab ferch verch vch ui ni nic'.split(
    ' ',
  ),
)

/** Words that are one name with the next. */
const GLUED: ReadonlySet<string> = new Set('o mc mac m d l st saint sainte san santa abu abd abdul abdel abdal fitz'.split(' '))

/** Irish names that are borne with O and without it. */
const WITHOUT_O =
  /^o(?=(?:brien|byrne|callaghan|carroll|connell|connor|dea|doherty|donnell|donoghue|donovan|dowd|driscoll|dwyer|farrell|flaherty|flynn|gorman|grady|hagan|halloran|hanlon|hara|hare|kane|keefe|keeffe|kelly|leary|loughlin|mahoney|mahony|malley|meara|neal|neil|neill|regan|reilly|riordan|rourke|ryan|shaughnessy|shea|sullivan|toole)$)/u

/** The words of a folded surname or forename that carry it. */
export function nameParts(folded: readonly string[]): NameParts {
  const words: string[] = []
  let before = ''
  for (const [at, word] of folded.entries()) {
    const isLast = at === folded.length - 1
    if (!isLast && before === '' && PARTICLES.has(word)) continue
    if (!isLast && GLUED.has(word)) before += word
    // "abd al rahman": the article is inside the name
    else if (isLast || !PARTICLES.has(word)) {
      words.push(bare(before + word, before))
      before = ''
    }
  }
  return { words, coreText: words.join('') }
}

/** One word without the particle that somebody wrote into it. */
function bare(word: string, glued: string): string {
  if (/^(?:st|sainte?)$/u.test(glued)) return `saint${word.slice(glued.length)}`
  if (word.startsWith('mac') && /^mac[^aeiouhky].{2}/u.test(word)) return `mc${word.slice(3)}`
  if (word.startsWith('o')) return word.replace(WITHOUT_O, '')
  if (word.startsWith('vande')) return word.replace(/^vande[nr]?(?=.{4})/u, '')
  if (word.startsWith('st')) return word.replace(/^st(?=(?:john|clair|leger|james|george|pierre|louis)$)/u, 'saint')
  return /^[ae]l.{4}/u.test(word) && isListedSurname(word.slice(2)) ? word.slice(2) : word
}

/**
 * All words of a full name, sorted, as one key: equal where the family name comes first on one side (Chinese, Vietnamese, Hungarian
 * lists), or where a name stands in the wrong box.
 */
export function orderFree(wordsOfForename: readonly string[], wordsOfSurname: readonly string[]): string {
  return [...wordsOfForename, ...wordsOfSurname]
    .filter((word) => word !== '')
    .sort()
    .join(' ')
}
