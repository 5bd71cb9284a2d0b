import { drawSurname, type Random } from '../../../fixtures/index.ts'
import { type DamageKind, nameKind } from './damage-kind.ts'
import { misheard, misread, mistyped } from './mistypings.ts'
import { otherLetters, otherSpelling } from './spellings.ts'

const last = (id: string, share: number, change: (random: Random, name: string) => string | null): DamageKind =>
  nameKind({ id, share, field: 'lastName', change })

const PREFIX = /^(?:O['’]|Mac|Mc|van der |van |de la |de |da |dos |di |al-|el-|ap |Le |St\.? )/iu

/** Surnames: families change them, double them, and drop a half. */
export const surnameKinds: readonly DamageKind[] = [
  last('last name mistyped', 80, mistyped),
  last('last name misread', 25, misread),
  last('last name misheard', 50, misheard),
  last('last name in another spelling', 120, otherSpelling),
  last('last name in other letters', 120, otherLetters),
  last('another surname', 45, (random) => drawSurname(random)),
  last('second surname added', 40, (random, name) =>
    random.chance(0.6) ? `${name}${random.pick(['-', '-', ' '])}${drawSurname(random)}` : `${drawSurname(random)}-${name}`,
  ),
  last('half of a double surname', 300, (random, name) => {
    const parts = name.split(/[ -]/u).filter((part) => part.length > 2)
    return parts.length < 2 ? null : random.pick(parts)
  }),
  last('halves of a double surname changed about', 20, (_, name) => {
    const parts = name.split('-')
    return parts.length === 2 ? parts.reverse().join('-') : null
  }),
  last('hyphen or space of a surname', 80, (random, name) =>
    /[ -]/u.test(name) ? name.replace(/[ -]/u, random.pick(['', ' ', '-'])) : null,
  ),
  last('prefix of a surname', 120, (random, name) => {
    const prefix = PREFIX.exec(name)?.[0]
    if (prefix === undefined) return null
    const rest = name.slice(prefix.length)
    return random.chance(0.5) ? rest : `${prefix.replace(/[^\p{L}]/gu, '')}${random.pick([' ', ''])}${rest}`
  }),
  {
    id: 'another surname, the old one known',
    share: 20,
    part: 'last name',
    apply: ({ random }, { lastName }) => (lastName === null ? null : { lastName: drawSurname(random), knownAsLastName: lastName }),
  },
]
