import type { Say } from '../../src/wording/index.ts'

/** What a field of a record is called. */
export function fieldName(say: Say, field: string): string {
  return say.message('field', { code: field, params: {} }) ?? field
}

/** A field's value as people read it: dates as dates, codes as words. */
export function fieldValue(say: Say, field: string, value: string | null): string | null {
  if (value === null) return null
  if (field === 'birthDate') return say.date(value)
  return say.message(`value.${field}`, { code: value, params: {} }) ?? value
}
