import { FIELDS, type FieldName } from './fields.ts'
import { PERSON_FIELDS, type PersonFields } from './person.ts'

const BY_NAME: ReadonlyMap<string, FieldName> = new Map([
  ...FIELDS.flatMap(({ name }): [string, FieldName][] => [
    [name, name],
    [snakeCase(name), name],
  ]),
  ['known_as', 'knownAsFirstName'],
])

/** The names that a map file may use for our fields, in the order of `FIELDS`. */
export const MAP_FIELDS: readonly string[] = FIELDS.map(({ name }) => snakeCase(name))

/** The field that a map file means by `first_name` or `firstName`; null where there is none. */
export function fieldNamed(name: string): FieldName | null {
  return BY_NAME.get(name.trim()) ?? null
}

/** Whether a field is one of the person itself. */
export function isPersonField(name: FieldName): name is keyof PersonFields {
  return PERSON_FIELDS.some((field) => field === name)
}

/** A header reduced to what comparison needs: lower case, without accents, spaces and punctuation. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
