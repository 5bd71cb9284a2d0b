import { findApplication, namesOfActors, readApplications } from '../../access/index.ts'
import type { AccessState, Application, PersonAccess, RouteQuery } from '../../contract/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { foldName } from '../../kernel/index.ts'
import { searched } from '../list-people.ts'
import { type HeldPerson, readPeople } from '../people.store.ts'
import { isLeaver, shownName } from '../person-standing.ts'
import { byText, finder } from '../search.ts'
import { type Granted, pupilsInClasses, readGrants } from './access.store.ts'

type Query = NonNullable<RouteQuery<'access.list'>>

/** Whose access to list, and which part of them. */
interface AccessQuery extends Pick<Query, 'state' | 'kind' | 'q' | 'yearGroup' | 'registrationClass' | 'sort'> {
  readonly application: Application
  readonly offset: number
  readonly limit: number
}

/** A part of the people, with what stands beside the list. */
interface AccessFound {
  readonly items: readonly PersonAccess[]
  readonly total: number
  readonly application: string
  readonly applications: Application[]
  readonly counts: Record<string, number>
  readonly yearGroups: string[]
  readonly registrationClasses: string[]
}

/** A person, and how they stand to the application. */
interface Standing {
  readonly person: HeldPerson
  readonly grant: Granted | undefined
  readonly state: AccessState
  readonly lacks: PersonAccess['lacks']
}

const STATES: readonly AccessState[] = ['with', 'without', 'limited', 'pending_deletion']

/** Who may use an application (S-31). Who has left is listed as long as they have access, and not among those without. */
export async function listAccess(tx: SchoolTx, query: AccessQuery): Promise<AccessFound> {
  const all = await standingsOf(tx, query.application)
  const isFound = finder(query.q)
  const matching = all.filter(
    ({ person }) =>
      (query.kind === undefined || person.kind === query.kind) &&
      (query.yearGroup === undefined || person.yearGroup === query.yearGroup) &&
      (query.registrationClass === undefined || person.registrationClass === query.registrationClass) &&
      isFound(searched(person)),
  )
  const chosen = matching.filter((it) => it.state === (query.state ?? 'with')).sort(inOrder(query.sort ?? 'name'))
  const shown = chosen.slice(query.offset, query.offset + query.limit)
  const names = await namesOfActors(
    tx,
    shown.flatMap(({ grant }) => (grant === undefined ? [] : [grant.by])),
  )
  return {
    items: shown.map((it) => present(it, names)),
    total: chosen.length,
    application: query.application.id,
    applications: [...(await readApplications(tx))],
    counts: Object.fromEntries(STATES.map((state) => [state, matching.filter((it) => it.state === state).length])),
    yearGroups: namesIn([...all].sort((a, b) => byPlace(a.person, b.person)).map((it) => it.person.yearGroup)),
    registrationClasses: namesIn(all.map((it) => it.person.registrationClass)).sort(byText),
  }
}

/** How many of these people have access and do not appear yet. */
export async function countLimited(tx: SchoolTx, applicationId: string, people: readonly string[]): Promise<number> {
  const ids = new Set(people)
  const application = await findApplication(tx, applicationId)
  if (application === undefined) return 0
  return (await standingsOf(tx, application)).filter((it) => it.state === 'limited' && ids.has(it.person.id)).length
}

async function standingsOf(tx: SchoolTx, { id, audience }: Application): Promise<readonly Standing[]> {
  const people = await readPeople(tx, {
    kind: audience === 'everyone' ? null : audience === 'pupils' ? 'pupil' : 'staff',
    ids: null,
    withDeleted: true,
  })
  const grants = await readGrants(tx, id)
  const inClasses = await pupilsInClasses(tx)
  return people
    .map((person) => {
      const grant = grants.get(person.id)
      const lacks = lackedBy(person, inClasses)
      const said = grant?.state ?? 'without'
      const state: AccessState = said === 'with' && lacks.length > 0 ? 'limited' : said
      return { person, grant, state, lacks }
    })
    .filter(({ person, state }) => state !== 'without' || !isLeaver(person))
}

/** Who is disabled does not appear (S-199); pupils need a class and a year group (S-34). */
function lackedBy({ id, kind, yearCode, isDisabled }: HeldPerson, inClasses: ReadonlySet<string>): PersonAccess['lacks'] {
  const enabled = isDisabled ? (['enabled'] as const) : []
  if (kind === 'staff') return [...enabled]
  return [...enabled, ...(inClasses.has(id) ? [] : (['class'] as const)), ...(yearCode === null ? (['year_group'] as const) : [])]
}

function present({ person, grant, state, lacks }: Standing, names: ReadonlyMap<string, string>): PersonAccess {
  const { id, kind, yearGroup, registrationClass } = person
  const by = grant === undefined || grant.isAutomatic ? null : (names.get(grant.by) ?? '')
  const changed = grant === undefined ? null : { at: grant.at.toISOString(), by }
  return { id, kind, name: shownName(person), yearGroup, registrationClass, state, lacks, hasLeft: isLeaver(person), changed }
}

/** By what was asked for, then by name; the id settles what is left, so that pages never overlap. */
function inOrder(sort: NonNullable<Query['sort']>): (a: Standing, b: Standing) => number {
  const names = new Map<string, string>()
  const nameOf = ({ person: { id, lastName, firstName } }: Standing): string => {
    const known = names.get(id) ?? foldName(`${lastName ?? ''} ${firstName ?? ''}`)
    names.set(id, known)
    return known
  }
  const byName = (a: Standing, b: Standing): number => byText(nameOf(a), nameOf(b))
  const by = {
    name: byName,
    year_group: (a: Standing, b: Standing) => byPlace(a.person, b.person),
    class: (a: Standing, b: Standing) => byText(a.person.registrationClass, b.person.registrationClass),
    since: (a: Standing, b: Standing) => (a.grant?.at.getTime() ?? 0) - (b.grant?.at.getTime() ?? 0),
  }
  const isBackwards = sort.startsWith('-')
  // the names of sorts are those of `by`, with or without a minus
  const first = by[sort.replace('-', '') as keyof typeof by]
  return (a, b) => (isBackwards ? first(b, a) : first(a, b)) || byName(a, b) || (a.person.id < b.person.id ? -1 : 1)
}

function byPlace(a: HeldPerson, b: HeldPerson): number {
  return (a.yearPosition ?? Number.MAX_SAFE_INTEGER) - (b.yearPosition ?? Number.MAX_SAFE_INTEGER)
}

function namesIn(names: readonly (string | null)[]): string[] {
  return [...new Set(names.flatMap((it) => (it === null ? [] : [it])))]
}
