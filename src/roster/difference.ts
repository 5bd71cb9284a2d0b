import type { Json } from '../kernel/index.ts'

/** Fields of a record with their values. */
export type Fields = Readonly<Record<string, Json>>

/** What differs between two records, field by field: the review shows it, plans write it. */
export interface Difference {
  readonly before: Fields
  readonly after: Fields
}

/** The fields of `wanted` that differ in `held`. Fields that `wanted` does not name are not compared. */
export function difference(held: Fields, wanted: Fields): Difference {
  const names = Object.keys(wanted).filter((name) => !isSame(held[name] ?? null, wanted[name] ?? null))
  return { before: pick(held, names), after: pick(wanted, names) }
}

/** Whether two values are equal; lists by their members in order. */
export function isSame(a: Json, b: Json): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((it, index) => isSame(it, b[index]))
  return a === b
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]))
}
