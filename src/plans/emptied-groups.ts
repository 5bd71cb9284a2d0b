import type { Directory, DirectoryPerson } from '../directory/index.ts'
import type { GuardInput, Hold } from './hold.ts'
import { linkedCount } from './linked-count.ts'
import type { Change } from './plan.ts'

/** Fewer than this in a class or year group may go without a question: the smallest number any limit of D19 knows. */
const MEMBERS_MIN = 3

/**
 * Classes and year groups that had pupils and lose them all: to leaving or to moving, never to a narrower scope. At the start
 * of the year this is how years turn, and is not asked about.
 */
export function emptiedGroups({ plan, changes, isYearStart }: GuardInput): readonly Hold[] {
  if (isYearStart) return []
  const byPerson = new Map<string, Change[]>()
  for (const it of changes)
    if (it.recordKind === 'person' && it.recordId !== null) byPerson.set(it.recordId, [...(byPerson.get(it.recordId) ?? []), it])
  const classes = new Map<string, { before: number; after: number }>()
  const years = new Map<string, { before: number; after: number }>()
  for (const person of linkedPupils(plan.directory)) {
    const own = byPerson.get(person.id) ?? []
    const stays = !own.some((it) => it.operation === 'desync' && it.after.link?.state === 'left')
    count(years, person.fields.yearGroup, stays && !own.some(leavesYear))
    const ended = new Set(own.flatMap((it) => it.before.enrolments.map((enrolment) => enrolment.class)))
    for (const it of person.enrolments) if (it.role === 'pupil') count(classes, it.class, stays && !ended.has(it.class))
  }
  for (const change of changes) {
    for (const it of change.after.enrolments) if (it.role === 'pupil') arrive(classes, it.class)
    const year = change.after.fields['yearGroup']
    if (typeof year === 'string' && change.population === 'pupil') arrive(years, year)
  }
  const linked = linkedCount('pupil', plan)
  const emptied = (groups: ReadonlyMap<string, { before: number; after: number }>): readonly [string, number][] =>
    [...groups].flatMap(([id, { before, after }]) => (before >= MEMBERS_MIN && after === 0 ? [[id, before] as [string, number]] : []))
  return [
    ...emptied(classes).map(([id, count]): Hold => {
      const name = plan.directory.classes.get(id)?.fields.name ?? id
      return { code: 'group_emptied', population: 'class', count, linked, name }
    }),
    ...emptied(years).map(([code, count]): Hold => {
      const name = plan.directory.yearGroups.get(code)?.fields.name ?? code
      return { code: 'group_emptied', population: 'year_group', count, linked, name }
    }),
  ]
}

function linkedPupils(directory: Directory): readonly DirectoryPerson[] {
  const live = new Set(directory.links.flatMap((it) => (it.recordKind === 'person' && it.endReason === null ? [it.recordId] : [])))
  return [...directory.people.values()].filter((it) => it.kind === 'pupil' && live.has(it.id))
}

function leavesYear(change: Change): boolean {
  return 'yearGroup' in change.after.fields
}

function count(groups: Map<string, { before: number; after: number }>, id: string | null, stays: boolean): void {
  if (id === null) return
  const it = groups.get(id) ?? { before: 0, after: 0 }
  groups.set(id, { before: it.before + 1, after: it.after + (stays ? 1 : 0) })
}

function arrive(groups: Map<string, { before: number; after: number }>, id: string): void {
  const it = groups.get(id)
  if (it !== undefined) it.after += 1
}
