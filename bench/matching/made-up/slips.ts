import { typo } from '../../../fixtures/damage/typo.ts'
import { nicknamesOf } from '../../../fixtures/names/tables.ts'
import type { Random } from '../../../fixtures/random.ts'
import type { Pupil } from './invent-school.ts'

type Slip = (random: Random, pupil: Pupil) => Pupil

/** What goes wrong in a record, each as likely as the others; the typing errors stand twice, because they are the commonest. */
const SLIPS: readonly Slip[] = [
  (random, it) => ({ ...it, firstName: typo(random, it.firstName) }),
  (random, it) => ({ ...it, firstName: typo(random, it.firstName) }),
  (random, it) => ({ ...it, lastName: typo(random, it.lastName) }),
  (random, it) => ({ ...it, lastName: typo(random, it.lastName) }),
  (_, it) => ({ ...it, firstName: it.lastName, lastName: it.firstName }),
  (random, it) => ({ ...it, firstName: nickname(random, it.firstName) }),
  (_, it) => ({ ...it, birthDate: '' }),
  (_, it) => ({ ...it, firstName: '' }),
  (_, it) => ({ ...it, birthDate: dayAndMonthSwapped(it.birthDate) }),
  (random, it) => ({ ...it, birthDate: anotherDay(random, it.birthDate) }),
  (random, it) => ({ ...it, birthDate: anotherYear(random, it.birthDate) }),
]
const TRIES = 8

/** The record with one thing wrong in it. */
export function withOneSlip(random: Random, pupil: Pupil): Pupil {
  for (let tries = 0; tries < TRIES; tries++) {
    const slipped = random.pick(SLIPS)(random, pupil)
    const isChanged = (Object.keys(pupil) as (keyof Pupil)[]).some((field) => slipped[field] !== pupil[field]) // a pupil's own keys
    if (isChanged) return slipped
  }
  return pupil
}

/** Unchanged for the many names that have none: then another slip is drawn. */
function nickname(random: Random, firstName: string): string {
  const names = nicknamesOf(firstName)
  return names.length === 0 ? firstName : random.pick(names)
}

/** Unchanged where the day is no month. */
function dayAndMonthSwapped(date: string): string {
  const [year, month, day] = date.split('-')
  return Number(day) > 12 ? date : `${year}-${day}-${month}`
}

/** Up to 28, which every month has. */
function anotherDay(random: Random, date: string): string {
  return `${date.slice(0, 8)}${String(1 + random.below(28)).padStart(2, '0')}`
}

/** Unchanged on the 29th of February: an impossible date is a slip that the engines could not even read. */
function anotherYear(random: Random, date: string): string {
  return date.endsWith('-02-29') ? date : `${Number(date.slice(0, 4)) + random.pick([-1, 1])}${date.slice(4)}`
}
