import { type Change, NEW_CLASS, type PlanInput, type PlannedEnrolment } from '../plans/index.ts'
import type { ShownChange } from '../review/index.ts'
import { type Fields, recordKey } from '../roster/index.ts'

/** What a class of ours, or one that the plan makes, is called and whether it is a registration class. */
export type ClassNames = (ref: string) => { readonly name: string; readonly isRegistration: boolean }

/** Names classes as plans refer to them. */
export function classNames({ directory, source }: Pick<PlanInput, 'directory' | 'source'>): ClassNames {
  return (ref) => {
    const record = ref.startsWith(NEW_CLASS) ? source.get(recordKey('class', ref.slice(NEW_CLASS.length))) : undefined
    if (record?.kind === 'class') return { name: record.body.name, isRegistration: record.body.kind === 'registration' }
    const held = directory.classes.get(ref)?.fields
    return { name: held?.name ?? '', isRegistration: held?.kind === 'registration' }
  }
}

/** What a change writes, as a person reads it: names of year groups and classes, and UPNs in part only. */
export function shownChanges(
  { population, before, after }: Change,
  { directory, yearGroup }: Pick<PlanInput, 'directory' | 'yearGroup'>,
  names: ClassNames,
): readonly ShownChange[] {
  const yearName = (code: string): string => directory.yearGroups.get(code)?.fields.name ?? yearGroup(code)?.name ?? code
  const text = (field: string, values: Fields): string | null => {
    const value = values[field]
    if (value === undefined || value === null || value === '') return null
    const said = Array.isArray(value) ? value.map(String).join(', ') : String(value)
    if (field === 'yearGroup') return yearName(said)
    return field === 'upn' || field === 'formerUpn' ? maskedUpn(said) : said
  }
  const fields = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])]
    .filter((field) => field !== 'kind')
    .map((field) => ({ field, before: text(field, before.fields), after: text(field, after.fields) }))
    .filter((it) => it.before !== it.after)
  return [...fields, ...shownClasses({ population, before: before.enrolments, after: after.enrolments }, names)]
}

function shownClasses(
  it: { readonly population: string; readonly before: readonly PlannedEnrolment[]; readonly after: readonly PlannedEnrolment[] },
  names: ClassNames,
): readonly ShownChange[] {
  const isRegistered = ({ class: ref, role }: PlannedEnrolment): boolean => role === 'pupil' && names(ref).isRegistration
  const listed = (of: readonly PlannedEnrolment[], isKept: (it: PlannedEnrolment) => boolean): string | null => {
    const found = [...new Set(of.filter(isKept).map((one) => names(one.class).name))].sort()
    return found.length === 0 ? null : found.join(', ')
  }
  const registration = { field: 'registrationClass', before: listed(it.before, isRegistered), after: listed(it.after, isRegistered) }
  const isOther = (one: PlannedEnrolment): boolean => !isRegistered(one)
  const others = { field: 'classes', before: listed(it.before, isOther), after: listed(it.after, isOther) }
  return [registration, others].filter(({ before, after }) => before !== after)
}

/** Enough to tell two apart, not enough to be copied: `A823…4017`. */
export function maskedUpn(upn: string): string {
  return upn.length < 9 ? upn : `${upn.slice(0, 4)}…${upn.slice(-4)}`
}
