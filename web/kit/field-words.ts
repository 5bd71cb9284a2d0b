import type { Say } from '../../src/wording/index.ts'

/** What a field of a record is called; of a pupil or of staff where they differ. */
export function fieldName(say: Say, field: string, kind?: string): string {
  const own = kind === undefined ? undefined : say.message('field', { code: `${field}.${kind}`, params: {} })
  return own ?? say.message('field', { code: field, params: {} }) ?? field
}

/** A field's value as people read it: dates as dates, codes as words. */
export function fieldValue(say: Say, field: string, value: string | null): string | null {
  if (value === null) return null
  if (field === 'birthDate') return say.date(value)
  return say.message(`value.${field}`, { code: value, params: {} }) ?? value
}
