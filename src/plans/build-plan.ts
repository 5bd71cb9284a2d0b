import { recordKey } from '../roster/index.ts'
import { emptiedClasses, withArchived } from './archive-classes.ts'
import type { Change } from './plan.ts'
import { planClasses } from './plan-classes.ts'
import { type PlanInput, syncedRows } from './plan-input.ts'
import { planPeople } from './plan-people.ts'
import { planUnlinks } from './plan-unlinks.ts'
import { planYearGroups } from './plan-year-groups.ts'
import { withinScope } from './scope.ts'

/** All intended writes, in the order of their keys. Pure: the same input, in any order, gives the same plan (S-50). */
export function buildPlan(input: PlanInput): readonly Change[] {
  const classes = planClasses(input)
  const people = planPeople(input, classes)
  const all = [...planYearGroups(input, yearGroupsInUse(input)), ...classes.changes, ...people, ...planUnlinks(input, classes)]
  const scoped = withinScope(all, input)
  return [...withArchived(input, scoped, emptiedClasses(input, classes, scoped))].sort(byKey)
}

/** Plans are kept and hashed in this order: by UTF-16 code units, the same on every machine. */
export function byKey(a: Pick<Change, 'key'>, b: Pick<Change, 'key'>): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

function yearGroupsInUse(input: PlanInput): readonly string[] {
  const pupils = syncedRows(input).filter((it) => it.kind === 'pupil')
  return [
    ...new Set(
      pupils.flatMap(({ sourceId }) => {
        const record = input.source.get(recordKey('pupil', sourceId ?? ''))
        const raw = record === undefined || record.kind === 'class' ? null : record.body.fields.yearGroup
        return raw === null || raw === undefined ? [] : [raw]
      }),
    ),
  ]
}
