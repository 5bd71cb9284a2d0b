import type { ClassDetails, ListedClass, RouteQuery } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { versionOfClass } from '../directory/index.ts'
import { heldAt } from './as-of/held-at.ts'
import type { HeldClass } from './classes.store.ts'
import type { HeldPerson } from './people.store.ts'
import { shownName, syncState } from './person-standing.ts'
import { byText, finder } from './search.ts'

type Query = NonNullable<RouteQuery<'classes.list'>>

/** Which classes to list, and which part of them. */
export interface ClassesQuery extends Pick<Query, 'kind' | 'q' | 'archived' | 'sort' | 'asOf'> {
  readonly offset: number
  readonly limit: number
}

/** A part of the classes, and how many each kind has with the other filters as they are. */
export interface ClassesFound {
  readonly items: readonly ListedClass[]
  readonly total: number
  readonly counts: Record<string, number>
}

/** Classes and groups; who has left counts in none. */
export async function listClasses(tx: SchoolTx, query: ClassesQuery): Promise<ClassesFound> {
  const isFound = finder(query.q)
  const all = await (await heldAt(tx, query.asOf)).classes(null)
  const found = all.filter((it) => isFound([it.name, ...it.teachers, ...it.yearGroups]))
  const matching = found.filter((it) => it.isArchived === (query.archived === 'only'))
  const chosen = matching.filter((it) => query.kind === undefined || it.kind === query.kind).sort(inOrder(query.sort ?? 'name'))
  const count = (kind: HeldClass['kind']): number => matching.filter((it) => it.kind === kind).length
  return {
    items: chosen.slice(query.offset, query.offset + query.limit).map(presentClass),
    total: chosen.length,
    counts: {
      all: matching.length,
      registration: count('registration'),
      subject: count('subject'),
      group: count('group'),
      archived: found.filter((it) => it.isArchived).length,
    },
  }
}

/** One class and who is in it, teachers first; undefined: no such class, or none on that day. */
export async function readClass(tx: SchoolTx, classId: string, asOf?: string): Promise<ClassDetails | undefined> {
  const then = await heldAt(tx, asOf)
  const [held] = await then.classes(classId)
  if (held === undefined) return undefined
  const members = await then.members(classId)
  const ids = [...new Set(members.map((it) => it.id))]
  const people = new Map((await then.people({ kind: null, ids })).map((it) => [it.id, it]))
  const shown = members.flatMap(({ id, role }) => {
    const person = people.get(id)
    return person === undefined ? [] : [{ role, person }]
  })
  shown.sort((a, b) => byText(b.role, a.role) || byText(sortName(a.person), sortName(b.person)) || (a.person.id < b.person.id ? -1 : 1))
  return {
    ...presentClass(held),
    description: held.description,
    ownsDescription: held.ownsDescription,
    version: await versionOfClass(tx, classId),
    people: shown.map(({ role, person }) => ({ id: person.id, name: shownName(person), kind: person.kind, role, sync: syncState(person) })),
  }
}

function presentClass({ description: _, ownsDescription: __, ...it }: HeldClass): ListedClass {
  return it
}

function sortName({ lastName, firstName }: HeldPerson): string {
  return `${lastName ?? ''} ${firstName ?? ''}`
}

function inOrder(sort: NonNullable<Query['sort']>): (a: HeldClass, b: HeldClass) => number {
  const byName = (a: HeldClass, b: HeldClass): number => byText(a.name, b.name)
  const by = { name: byName, kind: byKind, pupils: (a: HeldClass, b: HeldClass) => a.pupils - b.pupils }
  const isBackwards = sort.startsWith('-')
  // the names of sorts are those of `by`, with or without a minus
  const first = by[sort.replace('-', '') as keyof typeof by]
  return (a, b) => (isBackwards ? first(b, a) : first(a, b)) || byName(a, b) || (a.id < b.id ? -1 : 1)
}

const KINDS: readonly HeldClass['kind'][] = ['registration', 'subject', 'group']
const byKind = (a: HeldClass, b: HeldClass): number => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
