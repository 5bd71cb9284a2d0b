import type { Model } from './model.ts'
import type { Person } from './prepare.ts'

export type Couple = readonly [directory: Person, source: Person]

/** Pass 2: an identifier that stands once on each side and can be the only key: permanent UPN (former too), custom id, staff e-mail. */
export function identifierKeys(model: Model): (person: Person) => readonly string[] {
  const { repeated } = model
  return (person) => {
    const keys = person.upns.filter((upn) => !repeated.upn.has(upn)).map((upn) => `upn ${upn}`)
    if (person.customId !== null && !repeated.customId.has(person.customId)) keys.push(`id ${person.customId}`)
    if (!model.isPupil && person.email !== null && !repeated.email.has(person.email)) keys.push(`mail ${person.email}`)
    return keys
  }
}

/** Pass 3: full name, legal or known-as, with the birth date. */
export function exactKeys(person: Person): readonly string[] {
  const { birth, forenames, surnames } = person
  if (birth === null) return []
  return forenames.flatMap((first) => surnames.map((last) => `${first.text} ${last.text} ${birth.text}`))
}

/**
 * The couples that share a key which nobody else on their sides has. People whose keys point to different others are in
 * none: which key is right is for the scores to say.
 */
export function couplesByKey(
  directory: readonly Person[],
  source: readonly Person[],
  keysOf: (person: Person) => readonly string[],
): Couple[] {
  const held = holdersOf(directory, keysOf)
  const partners = new Map<Person, Person | null>()
  const note = (person: Person, other: Person) => {
    const known = partners.get(person)
    partners.set(person, known === undefined || known === other ? other : null)
  }
  for (const [key, arriving] of holdersOf(source, keysOf)) {
    const found = held.get(key)
    if (!arriving || !found) continue
    note(arriving, found)
    note(found, arriving)
  }
  const couples: Couple[] = []
  for (const person of source) {
    const other = partners.get(person)
    if (other && partners.get(other) === person) couples.push([other, person])
  }
  return couples
}

/** Who holds a key; null where several do. */
function holdersOf(people: readonly Person[], keysOf: (person: Person) => readonly string[]): Map<string, Person | null> {
  const holders = new Map<string, Person | null>()
  for (const person of people) {
    for (const key of keysOf(person)) holders.set(key, holders.has(key) && holders.get(key) !== person ? null : person)
  }
  return holders
}
