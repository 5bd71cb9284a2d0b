import type { DamageKind } from './damage-kind.ts'

/** Numbers and addresses, where a record has them. */
export const identifierKinds: readonly DamageKind[] = [
  { id: 'UPN missing', share: 80, part: 'identifier', apply: (_, { upn }) => (upn === null ? null : { upn: null }) },
  {
    id: 'digit of the UPN',
    share: 15,
    part: 'identifier',
    apply: ({ random }, { upn }) => {
      if (upn === null) return null
      const at = 4 + random.below(upn.length - 5)
      return { upn: upn.slice(0, at) + ((Number(upn.charAt(at)) + 1 + random.below(8)) % 10) + upn.slice(at + 1) }
    },
  },
  {
    id: 'another e-mail address',
    share: 50,
    part: 'identifier',
    apply: ({ random }, { email }) =>
      email === null ? null : { email: email.replace('@', `${random.pick(['.', ''])}${2 + random.below(9)}@`) },
  },
  { id: 'e-mail address missing', share: 20, part: 'identifier', apply: (_, { email }) => (email === null ? null : { email: null }) },
]
