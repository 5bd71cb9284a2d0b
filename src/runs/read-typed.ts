import { readEdit } from '../directory/index.ts'
import type { StoredRow, TypedFields } from '../review/index.ts'

/** What somebody typed, field by field. */
export type Typed = Readonly<Partial<Record<'email' | 'firstName' | 'lastName' | 'birthDate', string | undefined>>>

/** What was typed as it will be kept, one detail; null: it is none, or not one that can be. */
export function readTyped({ kind }: StoredRow, typed: Typed, today: string): TypedFields | null {
  const said = Object.fromEntries(Object.entries(typed).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])))
  const read = readEdit(kind, said)
  if (!read.ok) return null
  const { email, firstName, lastName, birthDate } = read.value
  if (birthDate != null && birthDate > today) return null
  const fields = { email, firstName, lastName, birthDate }
  // only what was typed is in it
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as TypedFields
}
