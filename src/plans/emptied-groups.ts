import type { Directory, DirectoryPerson } from '../directory/index.ts'
import { isLeaver } from './expected.ts'
import type { GuardInput, Trip } from './hold.ts'
import { linkedCount } from './linked-count.ts'
import type { Change, Population } from './plan.ts'

/** Fewer than this in a class or year group may go without a question: the smallest number any limit of D19 knows. */
const MEMBERS_MIN = 3

/** A class or year group: how many linked pupils it has, how many it keeps, and the changes by which the others go. */
interface Group {
  before: number
  after: number
  readonly keys: string[]
}
type Groups = Map<string, Group>

/**
 * Classes and year groups that had pupils and lose them all: to leaving or to moving, never to a narrower scope. Where they go
 * by leaving, all who leave wait (D20).
 */
export function emptiedGroups({ plan, changes }: Pick<GuardInput, 'plan' | 'changes'>): readonly Trip[] {
  const { classes, years } = countGroups(plan.directory, changes)
  const leaving = changes.filter((it) => it.population === 'pupil' && isLeaver(it)).map((it) => it.key)
  const leavers = new Set(leaving)
  const linked = linkedCount('pupil', plan)
  const trips = (groups: Groups, population: Population, nameOf: (id: string) => string | undefined): readonly Trip[] =>
    [...groups].flatMap(([id, { before, after, keys }]): readonly Trip[] => {
      if (before < MEMBERS_MIN || after > 0) return []
      const together = keys.some((it) => leavers.has(it)) ? [...new Set([...keys, ...leaving])] : keys
      return [{ hold: { code: 'group_emptied', population, count: before, linked, name: nameOf(id) ?? id }, keys: together, counted: keys }]
    })
  return [
    ...trips(classes, 'class', (id) => plan.directory.classes.get(id)?.fields.name),
    ...trips(years, 'year_group', (code) => plan.directory.yearGroups.get(code)?.fields.name),
  ]
}

function countGroups(directory: Directory, changes: readonly Change[]): { readonly classes: Groups; readonly years: Groups } {
  const byPerson = new Map<string, Change[]>()
  for (const it of changes)
    if (it.recordKind === 'person' && it.recordId !== null) byPerson.set(it.recordId, [...(byPerson.get(it.recordId) ?? []), it])
  const classes: Groups = new Map()
  const years: Groups = new Map()
  for (const person of linkedPupils(directory)) {
    const own = byPerson.get(person.id) ?? []
    const leaves = own.filter(isLeaver)
    count(years, person.fields.yearGroup, [...leaves, ...own.filter(leavesYear)])
    for (const it of person.enrolments)
      if (it.role === 'pupil')
        count(classes, it.class, [...leaves, ...own.filter(({ before }) => before.enrolments.some((ended) => ended.class === it.class))])
  }
  for (const change of changes) {
    for (const it of change.after.enrolments) if (it.role === 'pupil') arrive(classes, it.class)
    const year = change.after.fields['yearGroup']
    if (typeof year === 'string' && change.population === 'pupil') arrive(years, year)
  }
  return { classes, years }
}

function linkedPupils(directory: Directory): readonly DirectoryPerson[] {
  const live = new Set(directory.links.flatMap((it) => (it.recordKind === 'person' && it.endReason === null ? [it.recordId] : [])))
  return [...directory.people.values()].filter((it) => it.kind === 'pupil' && live.has(it.id))
}

function leavesYear(change: Change): boolean {
  return 'yearGroup' in change.after.fields
}

function count(groups: Groups, id: string | null, going: readonly Change[]): void {
  if (id === null) return
  const it = groups.get(id) ?? { before: 0, after: 0, keys: [] }
  it.before += 1
  if (going.length === 0) it.after += 1
  it.keys.push(...going.map((change) => change.key))
  groups.set(id, it)
}

function arrive(groups: Groups, id: string): void {
  const it = groups.get(id)
  if (it !== undefined) it.after += 1
}
