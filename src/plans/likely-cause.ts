import { isLeaver } from './expected.ts'
import type { Cause, GuardInput } from './hold.ts'
import type { Change } from './plan.ts'

/** A cause names at most so many classes or year groups: more say nothing. */
const GROUPS_MAX = 5
/** It has to be true of at least this share of what was counted. */
const SHARE_MIN = 0.8
/** And of more than a few: fewer have something in common by chance. */
const COUNT_MIN = 3

/** What changes that pass a limit have in common: they change one and the same detail, or all were in a few classes or year groups. */
export function likelyCause(counted: readonly Change[], { plan, changes }: Pick<GuardInput, 'plan' | 'changes'>): Cause | null {
  if (counted.length < COUNT_MIN) return null
  const { people, classes, yearGroups } = plan.directory
  if (!counted.every(isLeaver)) return oneField(counted)
  const leaving = new Set(changes.filter(isLeaver).flatMap((it) => it.recordId ?? []))
  const pupils = counted.flatMap((it) => people.get(it.recordId ?? '') ?? [])
  // a class explains who leaves only where nobody of it stays
  const staying = [...people.values()].filter((it) => it.kind === 'pupil' && !leaving.has(it.id))
  const kept = new Set(staying.flatMap((it) => it.enrolments.map((enrolment) => enrolment.class)))
  const keptYears = new Set(staying.map((it) => it.fields.yearGroup))
  const inClasses = fewGroups(
    pupils.map((it) => it.enrolments.filter(({ class: id, role }) => role === 'pupil' && !kept.has(id)).map(({ class: id }) => id)),
  )
  if (inClasses !== null)
    return { code: 'in_classes', count: inClasses.count, names: inClasses.ids.map((id) => classes.get(id)?.fields.name ?? id) }
  const inYears = fewGroups(pupils.map(({ fields: { yearGroup } }) => (yearGroup === null || keptYears.has(yearGroup) ? [] : [yearGroup])))
  if (inYears === null) return null
  return { code: 'in_year_groups', count: inYears.count, names: inYears.ids.map((code) => yearGroups.get(code)?.fields.name ?? code) }
}

/** The few groups that most are in: taken from the largest until enough are in one. */
function fewGroups(groupsOf: readonly (readonly string[])[]): { readonly ids: readonly string[]; readonly count: number } | null {
  const needed = Math.ceil(groupsOf.length * SHARE_MIN)
  const sizes = new Map<string, number>()
  for (const id of groupsOf.flat()) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  const largest = [...sizes].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([id]) => id)
  for (let size = 1; size <= Math.min(GROUPS_MAX, largest.length); size += 1) {
    const ids = largest.slice(0, size)
    const count = groupsOf.filter((groups) => groups.some((id) => ids.includes(id))).length
    if (count >= needed) return { ids, count }
  }
  return null
}

function oneField(counted: readonly Change[]): Cause | null {
  const changed = counted.filter((it) => it.operation !== 'create').map((it) => Object.keys(it.after.fields))
  if (changed.length < counted.length) return null
  const [first] = [...new Set(changed.flat())].filter((field) => changed.every((fields) => fields.includes(field)))
  const only = first === undefined ? 0 : changed.filter((fields) => fields.length === 1).length
  return first === undefined || only < counted.length * SHARE_MIN ? null : { code: 'one_field', count: counted.length, names: [first] }
}
