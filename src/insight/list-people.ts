import type { ListedPersonDetails, RouteQuery } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { foldName } from '../kernel/index.ts'
import { heldAt } from './as-of/held-at.ts'
import type { HeldPerson } from './people.store.ts'
import { isLeaver, type SyncState, shownName, syncState } from './person-standing.ts'
import { byText, finder } from './search.ts'

type Query = NonNullable<RouteQuery<'people.list'>>

/** Which people to list, and which part of them. */
export interface PeopleQuery extends Pick<Query, 'kind' | 'q' | 'sync' | 'yearGroup' | 'registrationClass' | 'sort' | 'asOf'> {
  readonly offset: number
  readonly limit: number
}

/** A part of the people, with what the filters beside the list need. */
export interface PeopleFound {
  readonly items: readonly ListedPersonDetails[]
  readonly total: number
  /** How many each choice of `sync` would show, with the other filters as they are. */
  readonly counts: Record<string, number>
  readonly yearGroups: string[]
  readonly registrationClasses: string[]
}

/**
 * The people we hold. Names are folded and ordered here and not by the database: what is found and in which order must
 * not depend on the languages a server was built with.
 */
export async function listPeople(tx: SchoolTx, query: PeopleQuery): Promise<PeopleFound> {
  const people = await (await heldAt(tx, query.asOf)).people({ kind: query.kind ?? null, ids: null })
  const isFound = finder(query.q)
  const matching = people.filter(
    (it) =>
      (query.yearGroup === undefined || it.yearGroup === query.yearGroup) &&
      (query.registrationClass === undefined || it.registrationClass === query.registrationClass) &&
      isFound(searched(it)),
  )
  const chosen = matching.filter((it) => isChosen(it, query.sync)).sort(inOrder(query.sort ?? 'name'))
  return {
    items: chosen.slice(query.offset, query.offset + query.limit).map(presentPerson),
    total: chosen.length,
    counts: countBySync(matching),
    yearGroups: namesOf([...people].sort((a, b) => byNumber(a.yearPosition, b.yearPosition)).map((it) => it.yearGroup)),
    registrationClasses: namesOf(people.map((it) => it.registrationClass)).sort(byText),
  }
}

/** A person as every list shows them. */
export function presentPerson(it: HeldPerson): ListedPersonDetails {
  const sync = syncState(it)
  const { id, kind, birthDate, yearGroup, intakeYear, registrationClass, email, position, isDisabled } = it
  const reason = it.link === 'live' ? null : it.link
  return { id, kind, name: shownName(it), birthDate, yearGroup, intakeYear, registrationClass, email, position, sync, reason, isDisabled }
}

/** What a person is found by. */
export function searched(it: HeldPerson): readonly (string | null)[] {
  const names = [it.firstName, it.middleName, it.lastName, it.knownAsFirstName, it.knownAsLastName]
  return [...names, it.email, it.username, it.upn, it.customId, it.position, it.intakeYear === null ? null : String(it.intakeYear)]
}

function isChosen(it: HeldPerson, sync: Query['sync']): boolean {
  // who has left is in the list of leavers and nowhere else (UX C13)
  return !isLeaver(it) && (sync === undefined || syncState(it) === sync)
}

function countBySync(people: readonly HeldPerson[]): Record<string, number> {
  const count = (sync: Query['sync']): number => people.filter((it) => isChosen(it, sync)).length
  return {
    all: count(undefined),
    synced: count('synced'),
    not_matched: count('not_matched'),
    desynced: count('desynced'),
  }
}

/** By what was asked for, then by name; the id settles what is left, so that pages never overlap. */
function inOrder(sort: NonNullable<Query['sort']>): (a: HeldPerson, b: HeldPerson) => number {
  const names = new Map<string, string>()
  const nameOf = (it: HeldPerson): string => {
    const known = names.get(it.id) ?? foldName(`${it.lastName ?? ''} ${it.firstName ?? ''}`)
    names.set(it.id, known)
    return known
  }
  const byName = (a: HeldPerson, b: HeldPerson): number => byText(nameOf(a), nameOf(b))
  const by = { name: byName, year_group: byYear, class: byClass, sync: byState }
  const isBackwards = sort.startsWith('-')
  // the names of sorts are those of `by`, with or without a minus
  const first = by[sort.replace('-', '') as keyof typeof by]
  return (a, b) => (isBackwards ? first(b, a) : first(a, b)) || byName(a, b) || (a.id < b.id ? -1 : 1)
}

const STATES: readonly SyncState[] = ['not_matched', 'desynced', 'synced']
const byState = (a: HeldPerson, b: HeldPerson): number => STATES.indexOf(syncState(a)) - STATES.indexOf(syncState(b))
const byYear = (a: HeldPerson, b: HeldPerson): number => byNumber(a.yearPosition, b.yearPosition)
const byClass = (a: HeldPerson, b: HeldPerson): number => byText(a.registrationClass, b.registrationClass)

function byNumber(a: number | null, b: number | null): number {
  return (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER)
}

function namesOf(names: readonly (string | null)[]): string[] {
  return [...new Set(names.flatMap((it) => (it === null ? [] : [it])))]
}
