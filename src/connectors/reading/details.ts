import { type Problem, problem } from '../../kernel/index.ts'
import type { PersonStatus, Sex } from '../../roster/index.ts'
import type { Place } from '../connector.ts'
import { booleanOf, KNOWN_SEXES, sexOf } from './values.ts'

/** A detail of a person and, where it could not be read, the warning that it was left out. */
export interface Detail<Value> {
  readonly value: Value
  readonly warnings: readonly Problem[]
}

export interface DetailCell {
  readonly text: string | null
  readonly place: Place
  readonly column: string
}

/** A birth date from 1900 to today. Blank is nothing; unreadable and impossible ones are nothing and a warning. */
export function birthDateIn(cell: DetailCell, dateOf: (text: string) => string | null, today: string): Detail<string | null> {
  if (cell.text === null) return { value: null, warnings: [] }
  const date = dateOf(cell.text)
  if (date !== null && date >= '1900' && date <= today) return { value: date, warnings: [] }
  return { value: null, warnings: [problem('person.unreadable_birth_date', { ...cell.place, column: cell.column, value: cell.text })] }
}

export function sexIn(cell: DetailCell): Detail<Sex | null> {
  const value = cell.text === null ? null : sexOf(cell.text)
  return { value, warnings: cell.text !== null && value === null ? [unknownValue(cell, KNOWN_SEXES)] : [] }
}

/** Blank and unknown values leave a person active. */
export function statusIn(cell: DetailCell, allowed: string): Detail<PersonStatus> {
  const isEnabled = cell.text === null ? true : booleanOf(cell.text)
  return { value: isEnabled === false ? 'disabled' : 'active', warnings: isEnabled === null ? [unknownValue(cell, allowed)] : [] }
}

function unknownValue({ place, column, text }: DetailCell, allowed: string): Problem {
  return problem('person.unknown_value', { ...place, column, value: text, params: { allowed } })
}
