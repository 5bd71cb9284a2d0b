import { bitsOf } from '../model/index.ts'
import type { NameTable } from '../people/index.ts'
import type { Compared } from './compared.ts'
import { isOneSlip, likenessOf, SIMILAR_FROM, sharesPart } from './name-level.ts'

/** A name of one box that stands in the other box of the other side. */
export interface Cross {
  /** The same, or alike. */
  readonly isSame: boolean
  readonly spelling: number
  /** As the other side has it. */
  readonly other: number
}

/** A slip in a name that changed its box: how often it is made, and how often two names are so alike by chance. */
const SLIP = { m: 0.06, u: 0.004 }

/** None, one or two names that changed their box; the same before the alike. */
export function crossesOf({ names, directory, source, left, right }: Compared): readonly Cross[] {
  const ours = {
    first: [directory.firstName[left], directory.knownFirstName[left]],
    last: [directory.lastName[left], directory.knownLastName[left]],
  }
  const theirs = {
    first: [source.firstName[right], source.knownFirstName[right]],
    last: [source.lastName[right], source.knownLastName[right]],
  }
  const found = [bestCross(names, ours.first, theirs.last), bestCross(names, ours.last, theirs.first)]
  return found.filter((it) => it !== null).sort((one, other) => Number(other.isSame) - Number(one.isSame))
}

/** The bits of names that changed their boxes; `m` is how often that happens. */
export function crossedBits({ model, names }: Compared, m: number, crosses: readonly Cross[]): number {
  let bits = Math.log2(m)
  for (const { isSame, spelling } of crosses) {
    const text = names.textOf(spelling)
    const rate = Math.max(model.forename.rateBeside(text, 1), model.surname.rateBeside(text, 1))
    bits += bitsOf(isSame ? { m: 1, u: rate } : { m: SLIP.m, u: Math.max(SLIP.u, rate) })
  }
  return bits
}

type Spelling = number | undefined

function bestCross(names: NameTable, ours: readonly Spelling[], theirs: readonly Spelling[]): Cross | null {
  let alike: Cross | null = null
  for (const one of ours) {
    for (const other of theirs) {
      if (one === undefined || other === undefined || one < 0 || other < 0) continue
      if (names.textOf(one) === names.textOf(other)) return { isSame: true, spelling: one, other }
      if (names.traits.areSurelyApart(one, other, SIMILAR_FROM)) continue
      const [left, right] = [names.nameOf(one), names.nameOf(other)]
      const isAlike = likenessOf(left, right) >= SIMILAR_FROM || isOneSlip(left.text, right.text) || sharesPart(left, right)
      if (alike === null && isAlike) alike = { isSame: false, spelling: one, other }
    }
  }
  return alike
}
