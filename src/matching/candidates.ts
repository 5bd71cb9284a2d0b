import { birthDateBits, birthDateLevel, nameBits, wordsOf } from './comparisons/index.ts'
import { bitsOf, type Model } from './model.ts'
import type { Name, Person } from './prepare.ts'

/** One directory record and one source record that may reach the bits asked for. */
export type Candidate = readonly [directory: Person, source: Person]

/** The people still to be paired. */
export interface Sides {
  readonly directory: readonly Person[]
  readonly source: readonly Person[]
}

/**
 * Every pair of the two sides that can reach `bitsMin`, and some that cannot; none twice. Nobody is lost: a pair is
 * passed over only where the bits of its birth date and surname, with the most that everything else could add, fall
 * short. What can add more than that (identifiers, e-mail, names in other boxes) is looked up by key instead.
 */
export function candidatePairs(model: Model, { directory, source }: Sides, bitsMin: number): Candidate[] {
  const found: Candidate[] = []
  const placeOf = new Map(directory.map((person, place) => [person, place]))
  const keyed = keyedPairs(directory, source)
  const bounds = new Bounds(model, directory)
  for (const person of inSurnameOrder(source)) {
    const others = keyed.get(person) ?? []
    const isListed = new Set(others.map((other) => placeOf.get(other)))
    for (const other of others) found.push([other, person])
    bounds.eachWithin(person, bitsMin, (other, place) => {
      if (!isListed.has(place)) found.push([other, person])
    })
  }
  return found
}

/** Neighbours share a surname, so that its likeness to every other surname is worked out once. */
function inSurnameOrder(people: readonly Person[]): Person[] {
  const keys = new Map(people.map((person) => [person, keyOf(person.surnames)]))
  const keyed = (person: Person) => keys.get(person) ?? ''
  return [...people].sort((left, right) => (keyed(left) < keyed(right) ? -1 : keyed(left) > keyed(right) ? 1 : 0))
}

function keyOf(names: readonly Name[]): string {
  return names.map((name) => name.text).join('|')
}

/** Number of name pairs whose bits are kept; beyond it they are worked out again, to bound memory (8 bytes each). */
const KEPT_MAX = 8_000_000

/** Upper bounds of the bits of all pairs of one source record, over columns of the directory. Lives as long as one search. */
class Bounds {
  private readonly model: Model
  private readonly directory: readonly Person[]
  private readonly surnameOf: Codes
  private readonly forenameOf: Codes
  private surnameKey: string | null = null
  private surnameRow: Float64Array
  private readonly forenameRows = new Map<string, Float64Array>()

  constructor(model: Model, directory: readonly Person[]) {
    this.model = model
    this.directory = directory
    this.surnameOf = codesOf(directory, (person) => person.surnames)
    this.forenameOf = codesOf(directory, (person) => person.forenames)
    this.surnameRow = new Float64Array(this.surnameOf.size)
  }

  eachWithin(person: Person, bitsMin: number, take: (other: Person, place: number) => void): void {
    this.useSurnames(keyOf(person.surnames))
    const forenames = this.forenameRow(keyOf(person.forenames))
    const extra = extraMax(this.model, person)
    const yearMax = yearGroupMax(this.model, person)
    const forenameMax = nameMax(person.forenames, this.model.frequencies.forename, this.model.weights.forename.exact.m)
    const surnameMax = nameMax(person.surnames, this.model.frequencies.surname, this.model.weights.surname.exact.m)
    const exactBits = person.birth === null ? 0 : birthDateBits(this.model, person.birth, 'exact')
    const near = this.model.birthDateBits
    for (let place = 0; place < this.directory.length; place += 1) {
      const other = this.directory[place]
      if (other === undefined) break
      let most = extra + forenameMax
      if (person.birth === null || other.birth === null) most += yearMax
      else {
        const level = birthDateLevel(other.birth, person.birth)
        most += level === 'exact' ? exactBits : near[level]
      }
      if (most + surnameMax < bitsMin) continue
      most += this.surnameBits(other, place, person)
      if (most < bitsMin) continue
      most += this.forenameBits(other, place, { person, row: forenames }) - forenameMax
      if (most >= bitsMin) take(other, place)
    }
  }

  private useSurnames(key: string): void {
    if (key === this.surnameKey) return
    this.surnameKey = key
    this.surnameRow.fill(Number.NaN)
  }

  private forenameRow(key: string): Float64Array | null {
    const known = this.forenameRows.get(key)
    if (known) return known
    if ((this.forenameRows.size + 1) * this.forenameOf.size > KEPT_MAX) return null
    const row = new Float64Array(this.forenameOf.size).fill(Number.NaN)
    this.forenameRows.set(key, row)
    return row
  }

  private surnameBits(other: Person, place: number, person: Person): number {
    const code = this.surnameOf.codes[place] ?? 0
    const kept = this.surnameRow[code] ?? Number.NaN
    if (!Number.isNaN(kept)) return kept
    const bits = nameBits(this.model.surname, other.surnames, person.surnames)
    this.surnameRow[code] = bits
    return bits
  }

  private forenameBits(other: Person, place: number, of: { readonly person: Person; readonly row: Float64Array | null }): number {
    const code = this.forenameOf.codes[place] ?? 0
    const kept = of.row?.[code] ?? Number.NaN
    if (!Number.isNaN(kept)) return kept
    const bits = nameBits(this.model.forename, other.forenames, of.person.forenames)
    if (of.row) of.row[code] = bits
    return bits
  }
}

interface Codes {
  /** By place in the directory. */
  readonly codes: Int32Array
  readonly size: number
}

function codesOf(people: readonly Person[], namesOf: (person: Person) => readonly Name[]): Codes {
  const known = new Map<string, number>()
  const codes = new Int32Array(people.length)
  for (const [place, person] of people.entries()) {
    const key = keyOf(namesOf(person))
    const code = known.get(key) ?? known.size
    known.set(key, code)
    codes[place] = code
  }
  return { codes, size: known.size }
}

/** No level of a name is worth more than its exact agreement. */
function nameMax(names: readonly Name[], frequency: { rateBeside(value: string, own: 1 | 2): number }, m: number): number {
  return Math.max(0, ...names.map((name) => bitsOf({ m, u: frequency.rateBeside(name.text, 2) })))
}

/** The most that sex, middle name and class can add. */
function extraMax(model: Model, person: Person): number {
  const { weights, frequencies } = model
  const sex = person.sex === null ? 0 : bitsOf(weights.sex.same)
  const { exact, initialBits } = weights.middleName
  const middle =
    person.middle === null ? 0 : Math.max(initialBits, bitsOf({ m: exact.m, u: frequencies.middleName.rateBeside(person.middle.text, 2) }))
  const name = person.registrationClass
  const group = name === null ? 0 : bitsOf({ m: weights.registrationClass.exact.m, u: frequencies.registrationClass.rateBeside(name, 2) })
  return sex + middle + Math.max(0, group)
}

function yearGroupMax(model: Model, person: Person): number {
  if (person.yearGroup === null) return 0
  return Math.max(0, bitsOf({ m: model.weights.yearGroup.exact.m, u: model.frequencies.yearGroup.rateBeside(person.yearGroup, 2) }))
}

/** Pairs that share a key which the bounds above do not cover. */
function keyedPairs(directory: readonly Person[], source: readonly Person[]): Map<Person, Person[]> {
  const holders = new Map<string, Person[]>()
  for (const person of directory) {
    for (const key of keysOf(person, 'directory')) {
      const list = holders.get(key)
      if (list) list.push(person)
      else holders.set(key, [person])
    }
  }
  const pairs = new Map<Person, Person[]>()
  for (const person of source) {
    const others = new Set<Person>()
    for (const key of keysOf(person, 'source')) for (const other of holders.get(key) ?? []) others.add(other)
    if (others.size > 0) pairs.set(person, [...others])
  }
  return pairs
}

/** Keys that two records of different sides share when an identifier agrees, or a name stands in another box. */
function keysOf(person: Person, side: 'directory' | 'source'): Set<string> {
  const [inFirst, inLast, inMiddle, isMiddle] = side === 'directory' ? (['f', 'l', 'm', 'n'] as const) : (['l', 'f', 'n', 'm'] as const)
  const named = (kind: string, value: string | null | undefined) => (value ? [`${kind} ${value}`] : [])
  return new Set([
    ...person.upns.flatMap((upn) => named('upn', upn)),
    ...named('id', person.customId),
    ...named('mail', person.emailLocalPart),
    ...named('words', wordsOf(person)),
    ...person.forenames.flatMap((name) => [...named(inFirst, name.text), ...named(isMiddle, name.text)]),
    ...person.surnames.flatMap((name) => named(inLast, name.text)),
    ...[...(person.middle?.words ?? []), person.middle?.text].flatMap((word) => named(inMiddle, word)),
  ])
}
