/** What JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/**
 * JSON with one spelling per value (RFC 8785, JSON Canonicalization Scheme): members sorted by UTF-16 code units, no
 * white space, numbers and strings as ECMAScript writes them. Two equal values give the same bytes, hence the same hash.
 *
 * @param leavesOut names members, at any depth, that are not part of what is compared
 */
export function canonicalJson(value: Json, leavesOut: (name: string) => boolean = () => false): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((it) => canonicalJson(it, leavesOut)).join(',')}]`
  const members = value as { readonly [name: string]: Json } // neither null, nor a list, nor a plain value
  let text = ''
  for (const name of Object.keys(members).sort()) {
    const member = members[name]
    if (member === undefined || leavesOut(name)) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(member, leavesOut)}`
  }
  return `{${text}}`
}
