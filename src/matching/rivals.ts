import type { Compared } from './comparisons/index.ts'
import type { KeyIndex, People } from './people/index.ts'
import type { Surroundings } from './surroundings.ts'

type Pair = Readonly<Compared>
type Test = (row: number) => boolean

/** What the other people of both sides say against a pair. */
export class Rivals {
  private readonly around: Surroundings

  /** Whether somebody has been given a partner, for certain, by a pass before the scores. */
  private readonly isPlaced: (side: 0 | 1, row: number) => boolean

  constructor(around: Surroundings, isPlaced: (side: 0 | 1, row: number) => boolean) {
    this.around = around
    this.isPlaced = isPlaced
  }

  /** Somebody else on either side has exactly the name and birth date of one of the two. */
  hasExactRival(pair: Pair): boolean {
    return this.standsElsewhere(pair, 0) || this.standsElsewhere(pair, 1)
  }

  /** A permanent UPN of one of the two, which the other has not, stands with somebody else on the other side. */
  isUpnElsewhere({ directory, source, left, right, model, vocabulary }: Pair): boolean {
    const stands = (upn: number, side: 0 | 1, besides: number): boolean =>
      upn >= 0 &&
      !model.upns.has(upn) &&
      vocabulary.upnKindOf(upn) === 'permanent' &&
      someRow(this.around.upns(side), [upn], (row) => row !== besides)
    const ours = [directory.upn[left] ?? -1, directory.formerUpn[left] ?? -1]
    const theirs = [source.upn[right] ?? -1, source.formerUpn[right] ?? -1]
    return ours.some((upn) => stands(upn, 1, right)) || theirs.some((upn) => stands(upn, 0, left))
  }

  /**
   * Somebody with the surname and birth date of one of the two has another forename than both. Where the forenames are near
   * each other, a twin who has found a partner already is no doubt any more.
   */
  hasTwin(pair: Pair, isNear: boolean): boolean {
    return this.someOfFamily(pair, (forenames, side, row) => !(isNear && this.isPlaced(side, row)) && !this.isNamedLike(pair, forenames))
  }

  /** Somebody else with the surname and birth date of one of the two has its forename too. */
  hasDouble(pair: Pair): boolean {
    return this.someOfFamily(pair, (forenames) => this.isNamedLike(pair, forenames))
  }

  /**
   * Somebody else who has no partner yet has exactly the forename of one of the two, and a surname that may be the same, or
   * both names in each other's box: who is only like it is then no sure partner.
   */
  hasCloserName({ directory, source, left, right }: Pair): boolean {
    return (
      this.isNamedElsewhere(directory, left, { side: 1, besides: right }) ||
      this.isNamedElsewhere(source, right, { side: 0, besides: left })
    )
  }

  private isNamedElsewhere(people: People, own: number, of: { readonly side: 0 | 1; readonly besides: number }): boolean {
    const { around } = this
    const isOther = (row: number): boolean => row !== of.besides && !this.isPlaced(of.side, row)
    const isMet = (index: KeyIndex, first: number, second: number): boolean => someRow(index, [first, second], isOther)
    return around
      .forenames(people, own)
      .some(
        (first) =>
          around.surnameWords(people, own).some((word) => isMet(around.nameWords(of.side), first, word)) ||
          around.surnames(people, own).some((last) => isMet(around.namesakes(of.side), last, first)),
      )
  }

  /** Somebody else who has no partner yet is called like one of the two: without the birth date the name says too little. */
  hasNamesake({ directory, source, left, right }: Pair): boolean {
    const { around } = this
    for (const [people, own] of [
      [directory, left],
      [source, right],
    ] as const) {
      for (const first of around.forenames(people, own)) {
        for (const last of around.surnames(people, own)) {
          if (someRow(around.namesakes(0), [first, last], (row) => row !== left && !this.isPlaced(0, row))) return true
          if (someRow(around.namesakes(1), [first, last], (row) => row !== right && !this.isPlaced(1, row))) return true
        }
      }
    }
    return false
  }

  /** The name and birth date of the record on one side, with somebody else on the other. */
  private standsElsewhere(pair: Pair, side: 0 | 1): boolean {
    const [people, own, besides] = side === 0 ? [pair.directory, pair.left, pair.right] : [pair.source, pair.right, pair.left]
    const birth = people.birth[own] ?? 0
    if (birth === 0) return false
    const others = this.around.exact(side === 0 ? 1 : 0)
    return this.around
      .forenames(people, own)
      .some((first) => this.around.surnames(people, own).some((last) => someRow(others, [first, last, birth], (row) => row !== besides)))
  }

  private someOfFamily(pair: Pair, test: (forenames: readonly number[], side: 0 | 1, row: number) => boolean): boolean {
    const { around } = this
    const { directory, source, left, right } = pair
    for (const [people, own] of [
      [directory, left],
      [source, right],
    ] as const) {
      const birth = people.birth[own] ?? 0
      if (birth === 0) continue
      for (const last of around.surnames(people, own)) {
        if (someRow(around.family(0), [last, birth], (row) => row !== left && test(around.forenames(directory, row), 0, row))) return true
        if (someRow(around.family(1), [last, birth], (row) => row !== right && test(around.forenames(source, row), 1, row))) return true
      }
    }
    return false
  }

  private isNamedLike({ directory, source, left, right }: Pair, forenames: readonly number[]): boolean {
    const own = [...this.around.forenames(directory, left), ...this.around.forenames(source, right)]
    return forenames.some((it) => own.includes(it))
  }
}

function someRow(index: KeyIndex, key: readonly [number, number?, number?], test: Test): boolean {
  for (let entry = index.find(...key); entry >= 0; entry = index.next(entry)) if (test(index.rowAt(entry))) return true
  return false
}
