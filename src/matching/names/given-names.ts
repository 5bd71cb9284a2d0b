import givenNames from './given-names.json' with { type: 'json' }

const inOrder = givenNames.names.split(' ')
const known = new Set(inOrder)
const common = new Set(inOrder.slice(0, 300))

/**
 * Whether children are given this name (folded, no spaces): 12,000 names of England and Wales, whatever language they come
 * from. A spelling that is not known is more likely a slip of the pen than another child's name.
 */
export function isGivenName(folded: string): boolean {
  return known.has(folded)
}

/** Whether it is one of the 300 names that children are given most. */
export function isCommonGivenName(folded: string): boolean {
  return common.has(folded)
}
