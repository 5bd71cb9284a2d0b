import givenNames from './given-names.json' with { type: 'json' }

const known = new Set(givenNames.names.split(' '))

/**
 * Whether children are given this name (folded, no spaces): 12,000 names of England and Wales, whatever language they come
 * from. A spelling that is not known is more likely a slip of the pen than another child's name.
 */
export function isGivenName(folded: string): boolean {
  return known.has(folded)
}
