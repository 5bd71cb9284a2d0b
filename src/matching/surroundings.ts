import type { Group, Sides } from './model/index.ts'
import { KeyIndex, type People } from './people/index.ts'

/** Who stands around a pair: everybody of its group, found by what they share with it. Indexes are made when first asked for. */
export class Surroundings {
  private readonly sides: Sides
  /** Whether somebody has been given a partner by a pass before the scores. */
  private readonly isPlaced: (side: 0 | 1, row: number) => boolean
  private group: Group = { directory: new Int32Array(0), source: new Int32Array(0) }
  private readonly indexes = {
    exact: pairOfIndexes(),
    family: pairOfIndexes(),
    namesakes: pairOfIndexes(),
    nameWords: pairOfIndexes(),
    upns: pairOfIndexes(),
  }
  private made = new Set<KeyIndex>()

  constructor(sides: Sides, isPlaced: (side: 0 | 1, row: number) => boolean) {
    this.sides = sides
    this.isPlaced = isPlaced
  }

  load(group: Group): void {
    this.group = group
    this.made = new Set()
  }

  /** By forename, surname and birth date, each of legal and known-as names. */
  exact(side: 0 | 1): KeyIndex {
    return this.ready('exact', side, (index, people, row) => {
      const birth = people.birth[row] ?? 0
      if (birth === 0) return
      for (const first of this.forenames(people, row)) for (const last of this.surnames(people, row)) index.add(row, first, last, birth)
    })
  }

  /** By surname and birth date: a child, its twins, and itself entered twice. */
  family(side: 0 | 1): KeyIndex {
    return this.ready('family', side, (index, people, row) => {
      const birth = people.birth[row] ?? 0
      if (birth !== 0) for (const last of this.surnames(people, row)) index.add(row, last, birth)
    })
  }

  /** By full name. */
  namesakes(side: 0 | 1): KeyIndex {
    return this.ready('namesakes', side, (index, people, row) => {
      for (const first of this.forenames(people, row)) for (const last of this.surnames(people, row)) index.add(row, first, last)
    })
  }

  /** Those without a partner before the scores, by forename and each word of the surnames: Harry Hall and Harry Hall-Smith share one. */
  nameWords(side: 0 | 1): KeyIndex {
    return this.ready('nameWords', side, (index, people, row) => {
      if (this.isPlaced(side, row)) return
      for (const first of this.forenames(people, row)) for (const word of this.surnameWords(people, row)) index.add(row, first, word)
    })
  }

  /** By permanent UPN, current or former. */
  upns(side: 0 | 1): KeyIndex {
    return this.ready('upns', side, (index, people, row) => {
      const upn = people.upn[row] ?? -1
      const former = people.formerUpn[row] ?? -1
      if (upn >= 0) index.add(row, upn)
      if (former >= 0 && former !== upn) index.add(row, former)
    })
  }

  /** The one or two texts of a person's forenames, legal and known-as. */
  forenames(people: People, row: number): number[] {
    return this.texts(people.firstName[row] ?? -1, people.knownFirstName[row] ?? -1)
  }

  surnames(people: People, row: number): number[] {
    return this.texts(people.lastName[row] ?? -1, people.knownLastName[row] ?? -1)
  }

  /** The texts of the words of a person's surnames. */
  surnameWords(people: People, row: number): number[] {
    const [legal, known] = [people.lastName[row] ?? -1, people.knownLastName[row] ?? -1]
    if (known < 0) return this.wordsOf(legal)
    return [...this.wordsOf(legal), ...this.wordsOf(known)]
  }

  private wordsOf(spelling: number): number[] {
    if (spelling < 0) return []
    const { names } = this.sides.vocabulary
    if (names.traits.isOneWord(spelling)) return [names.textOf(spelling)]
    return names.nameOf(spelling).words.map((word) => names.textOf(names.add(word)))
  }

  private texts(spelling: number, known: number): number[] {
    const { names } = this.sides.vocabulary
    const [text, other] = [names.textOf(spelling), names.textOf(known)]
    if (text < 0) return other < 0 ? [] : [other]
    return other < 0 || other === text ? [text] : [text, other]
  }

  private ready(name: keyof Surroundings['indexes'], side: 0 | 1, fill: (index: KeyIndex, people: People, row: number) => void): KeyIndex {
    const index = this.indexes[name][side]
    if (this.made.has(index)) return index
    const rows = side === 0 ? this.group.directory : this.group.source
    const people = side === 0 ? this.sides.directory : this.sides.source
    index.clear(rows.length)
    for (const row of rows) fill(index, people, row)
    this.made.add(index)
    return index
  }
}

function pairOfIndexes(): readonly [directory: KeyIndex, source: KeyIndex] {
  return [new KeyIndex(), new KeyIndex()]
}
