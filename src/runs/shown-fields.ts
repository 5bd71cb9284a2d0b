import type { RecordKind } from '../directory/index.ts'
import type { Json } from '../kernel/index.ts'
import type { PlannedState } from '../plans/index.ts'
import type { ShownChange } from '../review/index.ts'
import { maskedUpn } from '../wording/index.ts'

/** A change that is intended or was made, in either of its tables. */
export interface WrittenChange {
  readonly recordKind: RecordKind
  readonly recordId: string | null
  /** Such as `person update …`; null: a person did it by hand. */
  readonly key: string | null
  readonly operation: string
  readonly before: Pick<PlannedState, 'fields' | 'enrolments'>
  readonly after: Pick<PlannedState, 'fields' | 'enrolments'>
}

/** What the records are called that changes refer to. */
export interface RecordNames {
  /** By its code. */
  yearGroup(code: string): string
  /** By id, or by what a plan calls a class that it creates, before or after it is renamed; undefined: nobody knows. */
  class(ref: string, side: 'before' | 'after'): { readonly name: string; readonly isRegistration: boolean } | undefined
}

/** What a change does, as its plan calls it: an update may link, desync or revert. By hand: `create` or `edit`. */
export function shownOperation({ key, operation }: Pick<WrittenChange, 'key' | 'operation'>): string {
  if (key === null) return operation === 'update' ? 'edit' : operation
  return key.split(' ')[1] ?? operation
}

/** What a change does to each detail, as a person reads it: names of year groups and classes, no ids. */
export function shownFields(change: WrittenChange, names: RecordNames): ShownChange[] {
  const { before, after } = change
  const fields = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])]
  const shown = fields
    .filter((it) => it !== 'kind' && it !== 'localFields' && it !== 'mergedInto')
    .map((field) => ({
      field,
      before: shownValue(field, before.fields[field], names),
      after: shownValue(field, after.fields[field], names),
    }))
  return [...shown, ...shownPlaces(change, names)].filter((it) => it.before !== it.after)
}

function shownValue(field: string, value: Json | undefined, names: RecordNames): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((it) => shownValue(field, it, names)).join(', ')
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (field === 'yearGroup' || field === 'yearGroups') return names.yearGroup(text)
  return field === 'upn' || field === 'formerUpn' ? maskedUpn(text) : text
}

/** Memberships: a pupil's registration class is a detail of its own, all others are one. */
function shownPlaces({ before, after }: WrittenChange, names: RecordNames): readonly ShownChange[] {
  const states = { before, after }
  const places = (side: 'before' | 'after', isRegistration: boolean): string | null => {
    const named = states[side].enrolments.flatMap(({ class: ref, role }) => {
      const known = names.class(ref, side)
      return known !== undefined && (known.isRegistration && role === 'pupil') === isRegistration ? [known.name] : []
    })
    return named.length === 0 ? null : [...new Set(named)].sort().join(', ')
  }
  return [
    { field: 'registrationClass', before: places('before', true), after: places('after', true) },
    { field: 'classes', before: places('before', false), after: places('after', false) },
  ]
}

/** What classes of ours are called once a plan is applied, by id; those that keep their name are missing. */
export function renamedClasses(
  planned: readonly { readonly recordKind: RecordKind; readonly recordId: string | null; readonly after: Pick<PlannedState, 'fields'> }[],
): ReadonlyMap<string, string> {
  return new Map(
    planned.flatMap(({ recordKind, recordId, after }): readonly [string, string][] => {
      const name = after.fields['name']
      return recordKind === 'class' && recordId !== null && typeof name === 'string' ? [[recordId, name]] : []
    }),
  )
}
