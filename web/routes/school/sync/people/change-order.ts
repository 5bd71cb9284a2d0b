import type { ReviewRowDetails } from '../../../../../src/contract/index.ts'

type Change = ReviewRowDetails['changes'][number]

// who somebody is before where they are, and that before the rest
const ORDER = ['lastName', 'firstName', 'birthDate', 'yearGroup', 'registrationClass', 'email', 'upn', 'customId']

/** The changes that tell most about a pair before the others. */
export function mostTellingFirst(changes: readonly Change[]): readonly Change[] {
  const place = ({ field }: Change): number => (ORDER.includes(field) ? ORDER.indexOf(field) : ORDER.length)
  return [...changes].sort((a, b) => place(a) - place(b))
}
