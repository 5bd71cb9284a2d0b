import { drawGivenName, drawSurname, type Random, randomFor } from '../../../fixtures/index.ts'
import { type Batch, divide, type LabelledSet, recordOf, type Sizes } from '../labelled-set.ts'
import { type BareRecord, modified } from './modify.ts'

const ORIGINALS = 5000
/** Values that are missing from the start. */
const MISSING = { firstName: 0.02, lastName: 0.01, birthDate: 0.02 }
const DAYS_OF_THE_CENTURY = 36_525

/**
 * Two files of 5,000 as FEBRL's fourth set has them, made anew by its published method: one duplicate for each original, up
 * to four changes in a record, at most two in a field, people of all ages born between 1900 and 1999.
 */
export const febrlLikeSet: LabelledSet = {
  id: 'febrl-like',
  title: 'FEBRL4-like: 5,000 originals and 5,000 duplicates',
  gate: 'febrl',
  hasGroups: false,
  *batches({ seed }: Sizes): Generator<Batch> {
    const random = randomFor(seed, 'febrl-like')
    const people = Array.from({ length: ORIGINALS }, () => {
      const { record, sex } = original(random)
      const { record: duplicate, changes } = modified(random, record, () => original(random).record)
      return { held: recordOf(record), arriving: recordOf(duplicate), label: { origin: null, sex, damages: changes } }
    })
    yield divide(random, people, { kind: 'pupil', overlap: 1 })
  },
}

function original(random: Random): { readonly record: BareRecord; readonly sex: string } {
  const sex = random.pick(['female', 'male'] as const)
  const given = drawGivenName(random, sex, random.pick(['pupil', 'staff']))
  const day = Date.UTC(1900, 0, 1 + random.below(DAYS_OF_THE_CENTURY))
  return {
    sex,
    record: {
      firstName: random.chance(MISSING.firstName) ? null : given.toLowerCase(),
      lastName: random.chance(MISSING.lastName) ? null : drawSurname(random).toLowerCase(),
      birthDate: random.chance(MISSING.birthDate) ? null : new Date(day).toISOString().slice(0, 10),
    },
  }
}
