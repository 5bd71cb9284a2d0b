import type { ChangeDetails } from '../contract/index.ts'
import type { RecordKind } from '../directory/index.ts'
import type { Json } from '../kernel/index.ts'
import type { PlannedState } from '../plans/index.ts'

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
  /** By code. */
  readonly yearGroups: ReadonlyMap<string, string>
  /** By id, or by what a plan calls a class that it creates. */
  readonly classes: ReadonlyMap<string, { readonly name: string; readonly isRegistration: boolean }>
}

type ShownField = ChangeDetails['fields'][number]

/** What a change does, as its plan calls it: an update may link, desync or revert. By hand: `create` or `edit`. */
export function shownOperation({ key, operation }: Pick<WrittenChange, 'key' | 'operation'>): string {
  if (key === null) return operation === 'update' ? 'edit' : operation
  return key.split(' ')[1] ?? operation
}

/** What a change does to each detail, as a person reads it: names of year groups and classes, no ids. */
export function shownFields(change: WrittenChange, names: RecordNames): ShownField[] {
  const { before, after } = change
  const fields = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])]
  const shown = fields
    .filter((it) => it !== 'kind')
    .map((field) => ({
      field,
      before: shownValue(field, before.fields[field], names),
      after: shownValue(field, after.fields[field], names),
    }))
  return [...shown, ...shownPlaces(change, names)].filter((it) => it.before !== it.after)
}

function shownValue(field: string, value: Json | undefined, { yearGroups }: RecordNames): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((it) => shownValue(field, it, { yearGroups, classes: new Map() })).join(', ')
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return field === 'yearGroup' || field === 'yearGroups' ? (yearGroups.get(text) ?? text) : text
}

/** Memberships: a pupil's registration class is a detail of its own, all others are one. */
function shownPlaces({ before, after }: WrittenChange, { classes }: RecordNames): readonly ShownField[] {
  const places = (state: WrittenChange['before'], isRegistration: boolean): string | null => {
    const named = state.enrolments.flatMap(({ class: ref, role }) => {
      const known = classes.get(ref)
      return known !== undefined && (known.isRegistration && role === 'pupil') === isRegistration ? [known.name] : []
    })
    return named.length === 0 ? null : named.sort().join(', ')
  }
  return [
    { field: 'registrationClass', before: places(before, true), after: places(after, true) },
    { field: 'classes', before: places(before, false), after: places(after, false) },
  ]
}
