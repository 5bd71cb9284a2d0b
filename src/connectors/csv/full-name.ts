/** A name in its parts, null where it has none. */
export interface NameParts {
  readonly firstName: string | null
  readonly middleName: string | null
  readonly lastName: string | null
}

/** Words that begin a surname of several words. */
const PARTICLES = new Set(
  'al am an ap bin bint da dal de del della den der di do dos du el ibn la le mac o ó st ten ter van von zu'.split(' '),
)

/** Splits "Surname, Forename Middle" or "Forename Middle Surname". */
export function splitFullName(name: string): NameParts {
  const comma = name.indexOf(',')
  if (comma >= 0) {
    const [first, ...middle] = wordsOf(name.slice(comma + 1))
    return { firstName: first ?? null, middleName: joined(middle), lastName: joined(wordsOf(name.slice(0, comma))) }
  }
  const words = wordsOf(name)
  if (words.length < 2) return { firstName: words[0] ?? null, middleName: null, lastName: null }
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && PARTICLES.has(word.toLowerCase()))
  const surnameFrom = particle > 0 ? particle : words.length - 1
  return { firstName: words[0] ?? null, middleName: joined(words.slice(1, surnameFrom)), lastName: joined(words.slice(surnameFrom)) }
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function joined(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(' ')
}
