import type { Random } from '../../../fixtures/index.ts'
import { misheard, misread } from '../damage/mistypings.ts'
import { editedDate, editedName } from './edits.ts'

/** What is left of a record of FEBRL's when only names and birth date are kept. */
export interface BareRecord {
  readonly firstName: string | null
  readonly lastName: string | null
  readonly birthDate: string | null
}

type Field = keyof BareRecord | 'other'

/** A change falls on a field with these chances in a hundred: as in FEBRL, most fall on addresses and numbers, which are not kept. */
const FIELDS: readonly (readonly [Field, number])[] = [
  ['firstName', 10],
  ['lastName', 15],
  ['birthDate', 10],
  ['other', 65],
]
const CHANGES_MAX = 4
const CHANGES_IN_A_FIELD_MAX = 2
/** Chance that a duplicate has its two names changed about. */
const SWAPPED = 0.05

/** A duplicate: one to four changes, each in some field. `another` gives values for fields that are replaced whole. */
export function modified(random: Random, original: BareRecord, another: () => BareRecord) {
  const changes: string[] = []
  let record = original
  const counts = new Map<Field, number>()
  for (let left = 1 + random.below(CHANGES_MAX); left > 0; left--) {
    const field = drawField(random)
    const count = counts.get(field) ?? 0
    if (field === 'other' || count === CHANGES_IN_A_FIELD_MAX) continue
    counts.set(field, count + 1)
    const { value, change } = changedValue(random, field, { value: record[field], other: another()[field] })
    if (value === record[field]) continue
    record = { ...record, [field]: value }
    changes.push(change)
  }
  if (changes.length > 0 && random.chance(SWAPPED)) {
    changes.push('names swapped')
    record = { ...record, firstName: record.lastName, lastName: record.firstName }
  }
  return { record, changes }
}

function drawField(random: Random): Field {
  let left = random.below(100)
  for (const [field, share] of FIELDS) {
    if (left < share) return field
    left -= share
  }
  return 'other'
}

interface Change {
  readonly value: string | null
  readonly change: string
}

function changedValue(random: Random, field: keyof BareRecord, { value, other }: { value: string | null; other: string | null }): Change {
  const name = { firstName: 'first name', lastName: 'last name', birthDate: 'birth date' }[field]
  if (value === null) return { value: random.chance(0.5) ? other : null, change: `${name} that was missing` }
  const drawn = random.below(100)
  if (field === 'birthDate') {
    if (drawn < 10) return { value: null, change: `${name} missing` }
    if (drawn < 15) return { value: other, change: `another ${name}` }
    return { value: editedDate(random, value), change: `digits of the ${name}` }
  }
  if (drawn < 2) return { value: null, change: `${name} missing` }
  if (drawn < 4) return { value: other, change: `another ${name}` }
  if (drawn < 24) return { value: misheard(random, value) ?? value, change: `${name} misheard` }
  if (drawn < 34) return { value: misread(random, value) ?? value, change: `${name} misread` }
  return { value: editedName(random, value), change: `${name} mistyped` }
}
