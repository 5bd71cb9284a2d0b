import { createHash } from 'node:crypto'
import { foldName } from '../../kernel/index.ts'
import { normaliseUpn, type PersonFields, type PersonKind } from '../../roster/index.ts'
import type { Row } from '../connector.ts'
import { cell, type PeopleFile } from './people-file.ts'

/** The column that tells a kind of people apart in a file; null where none does. */
export function idFieldOf({ columns }: PeopleFile, kind: PersonKind): 'id' | 'customId' | 'upn' | 'email' | null {
  if (columns.id !== undefined) return 'id'
  if (columns.customId !== undefined) return 'customId'
  if (kind === 'pupil') return columns.upn === undefined ? null : 'upn'
  return columns.email === undefined ? null : 'email'
}

/** A person's id in the source: a text, never a number. Null where the file has ids and this row has none. */
export function sourceIdOf(file: PeopleFile, row: Row, person: { kind: PersonKind; fields: Partial<PersonFields> }) {
  const field = idFieldOf(file, person.kind)
  const text = field === null ? null : cell(file, row, field)
  if (field === 'id' || field === 'customId') return { sourceId: text, isSubstitute: false }
  const own = field === 'upn' ? normaliseUpn(text ?? '') : (text?.toLowerCase() ?? null)
  const sourceId = own ?? substituteFor(person.fields)
  return { sourceId, isSubstitute: own === null && sourceId !== null }
}

/** The same name and birth date always give the same key, and the key gives away neither; null for a person without a name. */
function substituteFor({ firstName, middleName, lastName, birthDate }: Partial<PersonFields>): string | null {
  const name = foldName([firstName, middleName, lastName].filter((part) => part != null).join(' '))
  if (name === '') return null
  return `substitute-${createHash('sha256')
    .update(`${name}|${birthDate ?? ''}`)
    .digest('hex')
    .slice(0, 24)}`
}
