import { fail, ok, type Result } from '../kernel/index.ts'
import { fieldsOfKind, normaliseUpn, type PersonFields, type PersonKind } from '../roster/index.ts'

/** What is wrong with one field that a person typed. */
export interface FieldFault {
  readonly field: string
  readonly code: 'unknown' | 'locked' | 'too_long' | 'not_a_date' | 'not_an_address' | 'not_a_choice' | 'needed' | 'taken'
}

/** Fields that somebody typed, as they will be kept. A year group is still as it was typed: a code or a name. */
export type TypedFields = Readonly<Partial<Record<keyof PersonFields, string | null>>>

const LENGTH_MAX = 200
const CHOICES: Readonly<Partial<Record<keyof PersonFields, readonly string[]>>> = {
  sex: ['female', 'male', 'other', 'unspecified'],
  userType: ['Teacher', 'Staff', 'Administrator'],
  status: ['active', 'disabled'],
}

/** Reads what somebody typed into fields of a person: trimmed, nothing for an empty text; or says everything that is wrong. */
export function readEdit(kind: PersonKind, typed: Readonly<Record<string, string | null>>): Result<TypedFields, readonly FieldFault[]> {
  const known: readonly string[] = fieldsOfKind(kind)
  const faults: FieldFault[] = []
  const fields: Partial<Record<keyof PersonFields, string | null>> = {}
  for (const [name, text] of Object.entries(typed)) {
    if (!known.includes(name)) {
      faults.push({ field: name, code: 'unknown' })
      continue
    }
    // it is one of the names of fieldsOfKind
    const field = name as keyof PersonFields
    const value = text?.trim() || null
    const fault = value === null ? faultOfNothing(field) : faultOf(field, value)
    if (fault === null) fields[field] = field === 'upn' || field === 'formerUpn' ? normaliseUpn(value ?? '') : value
    else faults.push({ field, code: fault })
  }
  return faults.length > 0 ? fail(faults) : ok(fields)
}

function faultOfNothing(field: keyof PersonFields): FieldFault['code'] | null {
  return field === 'status' || field === 'lastName' ? 'needed' : null
}

function faultOf(field: keyof PersonFields, value: string): FieldFault['code'] | null {
  if (value.length > LENGTH_MAX || /\p{Cc}/u.test(value)) return 'too_long'
  if (field === 'birthDate' && !isDate(value)) return 'not_a_date'
  if (field === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'not_an_address'
  return CHOICES[field]?.includes(value) === false ? 'not_a_choice' : null
}

/** A day of the calendar as `YYYY-MM-DD`. */
function isDate(value: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return year !== '' && date.toISOString().startsWith(value)
}
