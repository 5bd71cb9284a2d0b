import { asLatin } from './letters/index.ts'
import table from './nicknames.json' with { type: 'json' }

/** A head is a spelling of the formal name; a common form is given to many children as their own name. */
type Part = 'head' | 'form' | 'common-form'

const partsOf = new Map<string, Map<number, Part>>()
for (const [family, entry] of table.families.flatMap((line) => line.split(',')).entries()) {
  const [heads = '', forms = ''] = entry.split(':')
  for (const head of heads.split('/')) add(family, head, 'head')
  for (const form of forms.split(' ').filter(Boolean)) {
    if (form.startsWith('+')) add(family, form.slice(1), 'common-form')
    else add(family, form, 'form')
  }
}

function add(family: number, name: string, part: Part): void {
  const parts = partsOf.get(name) ?? new Map<number, Part>()
  if (!parts.has(family)) parts.set(family, part)
  partsOf.set(name, parts)
}

/**
 * Whether two folded forenames without spaces are forms of one name: "william" and "billy", "katarzyna" and "kasia".
 *
 * Never two formal names that share a short form (Alexander, Alexandra), and never two short forms that many children
 * have as their own name: Libby and Eliza are sisters more often than they are one Elizabeth.
 */
export function areNicknames(left: string, right: string): boolean {
  if (left === right) return false
  const parts = partsOf.get(asLatin(left))
  const others = parts && partsOf.get(asLatin(right))
  if (!parts || !others) return false
  for (const [family, part] of parts) {
    const other = others.get(family)
    if (other !== undefined && !(part === 'common-form' && other === 'common-form')) return true
  }
  return false
}

/** Whether the table knows a folded forename without spaces at all. */
export function hasNicknames(name: string): boolean {
  return partsOf.has(asLatin(name))
}
