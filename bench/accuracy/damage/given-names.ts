import { drawGivenName, type Random } from '../../../fixtures/index.ts'
import { type DamageKind, nameKind } from './damage-kind.ts'
import { diminutive } from './diminutives.ts'
import { misheard, misread, mistyped } from './mistypings.ts'
import { otherLetters, otherSpelling } from './spellings.ts'

const first = (id: string, share: number, change: (random: Random, name: string) => string | null): DamageKind =>
  nameKind({ id, share, field: 'firstName', change })

/** Given names: other forms of them first, then slips. */
export const givenNameKinds: readonly DamageKind[] = [
  first('first name mistyped', 70, mistyped),
  first('first name misread', 20, misread),
  first('first name misheard', 45, misheard),
  first('first name in another spelling', 120, otherSpelling),
  first('first name in other letters', 100, otherLetters),
  first('diminutive as first name', 110, diminutive),
  first('first name only an initial', 10, (_, name) => name.charAt(0)),
  first('one of two first names', 160, (random, name) => {
    const words = name.split(/[ -]/u).filter((word) => word.length > 1)
    return words.length < 2 ? null : random.chance(0.8) ? (words[0] ?? null) : words.join('')
  }),
  {
    id: 'middle name in the box of the first name',
    share: 30,
    part: 'first name',
    apply: (_, { firstName, middleName }) =>
      firstName === null || middleName === null ? null : { firstName: `${firstName} ${middleName}`, middleName: null },
  },
  {
    id: 'middle name used as first name',
    share: 35,
    part: 'first name',
    apply: ({ random }, { firstName, middleName }) =>
      middleName === null ? null : { firstName: middleName, middleName: random.chance(0.5) ? firstName : null },
  },
  {
    id: 'known-as name for the first name',
    share: 300,
    part: 'first name',
    apply: (_, { knownAsFirstName }) => (knownAsFirstName === null ? null : { firstName: knownAsFirstName, knownAsFirstName: null }),
  },
  {
    id: 'first name changed, the old one known',
    share: 8,
    part: 'first name',
    apply: ({ random }, { firstName, sex }) =>
      firstName === null
        ? null
        : { firstName: drawGivenName(random, sex === 'male' ? 'male' : 'female', 'pupil'), knownAsFirstName: firstName },
  },
  {
    id: 'names swapped',
    share: 25,
    part: 'first name',
    apply: (_, { firstName, lastName }) => (firstName === lastName ? null : { firstName: lastName, lastName: firstName }),
  },
  {
    id: 'middle name lost',
    share: 50,
    part: 'middle name',
    apply: (_, { middleName }) => (middleName === null ? null : { middleName: null }),
  },
  {
    id: 'middle name only an initial',
    share: 25,
    part: 'middle name',
    apply: (_, { middleName }) => (middleName === null ? null : { middleName: middleName.charAt(0) }),
  },
]
