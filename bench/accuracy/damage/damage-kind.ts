import type { Random } from '../../../fixtures/index.ts'
import type { MatchRecord } from '../../../src/matching/index.ts'

export interface DamagePlace {
  readonly random: Random
  /** Registration classes of each year group of the school, the youngest first. */
  readonly classes: ReadonlyMap<string, readonly string[]>
}

/** One way in which an office gets a record wrong, or in which two systems come to differ. */
export interface DamageKind {
  readonly id: string
  /**
   * How often, against the others that are possible for the record: what few records can have has a large share, so that
   * half of a double surname is left out of a quarter of the double surnames that are damaged.
   */
  readonly share: number
  /** Nobody is damaged twice in one part. */
  readonly part: 'first name' | 'middle name' | 'last name' | 'birth date' | 'school data' | 'identifier'
  /** The fields as they become; null where this cannot happen to the record. */
  apply(place: DamagePlace, record: MatchRecord): Partial<MatchRecord> | null
}

/** A kind that turns one name into another; what does not change it is impossible. */
export function nameKind(
  of: Pick<DamageKind, 'id' | 'share'> & {
    readonly field: 'firstName' | 'lastName'
    readonly change: (random: Random, name: string) => string | null
  },
): DamageKind {
  const { id, share, field, change } = of
  return {
    id,
    share,
    part: field === 'firstName' ? 'first name' : 'last name',
    apply: ({ random }, record) => {
      const before = record[field]
      const after = before === null ? null : change(random, before)
      return after === null || after === before || after.trim() === '' ? null : { [field]: after }
    },
  }
}
