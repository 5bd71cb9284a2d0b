import type { Leaver, RouteQuery } from '../../contract/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { dateIn, foldName } from '../../kernel/index.ts'
import { ALLOWED } from '../../permission/index.ts'
import { isTopYear, nextYearGroup } from '../../roster/index.ts'
import { isInWindow } from '../../runs/index.ts'
import { readSchool, readSettings } from '../../schools/index.ts'
import { type Held, heldAt } from '../as-of/held-at.ts'
import { searched } from '../list-people.ts'
import type { HeldPerson } from '../people.store.ts'
import { isLeaver, shownName } from '../person-standing.ts'
import { byText, finder } from '../search.ts'
import { leavingDaysOf, rowsInOpenReview } from './leavers.store.ts'

type Query = NonNullable<RouteQuery<'leavers.list'>>

/** Which leavers to list, and which part of them. */
export interface LeaversQuery extends Pick<Query, 'q' | 'reason' | 'since' | 'yearGroup' | 'sort' | 'asOf'> {
  readonly offset: number
  readonly limit: number
}

/** A part of the leavers, with what the filters beside the list need. */
export interface LeaversFound {
  readonly items: readonly Leaver[]
  readonly total: number
  readonly counts: Record<string, number>
  readonly yearGroups: string[]
}

/** A leaver, and what they are ordered by. */
interface Left {
  readonly shown: Leaver
  readonly person: HeldPerson
}

/** Who has left, since when and why, and who of them may be in the MIS again (UX C13). */
export async function listLeavers(tx: SchoolTx, query: LeaversQuery): Promise<LeaversFound> {
  const then = await heldAt(tx, query.asOf)
  const people = (await then.people({ kind: null, ids: null })).filter(isLeaver)
  const leavers = await present(tx, { then, people, isNow: query.asOf === undefined })
  const isFound = finder(query.q)
  const { since, yearGroup, reason, offset, limit } = query
  const matching = leavers.filter(
    ({ shown, person }) =>
      (yearGroup === undefined || shown.yearGroup === yearGroup) &&
      (since === undefined || shown.leftOn >= since) &&
      isFound(searched(person)),
  )
  const chosen = matching.filter((it) => isOf(it, reason)).sort(inOrder(query.sort ?? '-left'))
  const inYears = [...people].sort((a, b) => byPlace(a, b))
  return {
    items: chosen.slice(offset, offset + limit).map((it) => it.shown),
    total: chosen.length,
    counts: Object.fromEntries(
      ([undefined, 'top_year', 'no_date', 'back'] as const).map((it) => [it ?? 'all', matching.filter((one) => isOf(one, it)).length]),
    ),
    yearGroups: [...new Set(inYears.flatMap((it) => it.yearGroup ?? []))],
  }
}

async function present(
  tx: SchoolTx,
  { then, people, isNow }: { readonly then: Held; readonly people: readonly HeldPerson[]; readonly isNow: boolean },
): Promise<readonly Left[]> {
  const { timeZone, vocabulary } = await readSchool(tx)
  const { yearStartWindow } = await readSettings(tx)
  const yearGroups = new Set((await then.yearGroups()).map((it) => it.code))
  const isOfTopYear = (it: HeldPerson): boolean =>
    it.kind === 'pupil' && isTopYear(it.yearCode, { yearGroups, nextYearGroup: (code) => nextYearGroup(code, vocabulary) })
  // who may not look at a sync is told nothing of the one that is open
  const rows =
    isNow && ALLOWED['run.read'].includes(tx.scope.actor.role)
      ? await rowsInOpenReview(
          tx,
          people.map((it) => it.id),
        )
      : new Map<string, never>()
  const days = await leavingDaysOf(
    tx,
    people.map((it) => it.id),
  )
  return people.map((person) => {
    const { id, kind, birthDate, yearGroup, linkEndedAt } = person
    if (linkEndedAt === null) throw new Error('A leaver has a live link.')
    const leftOn = dateIn(timeZone, linkEndedAt)
    const reason = isOfTopYear(person) && isInWindow(yearStartWindow, leftOn) ? 'top_year' : 'no_date'
    const said = days.get(id) ?? null
    // a day that was still to come when they were found gone is not the day on which they left
    const lastDay = said !== null && said <= leftOn ? said : null
    return {
      person,
      shown: { id, kind, name: shownName(person), birthDate, yearGroup, leftOn, lastDay, reason, row: rows.get(id) ?? null },
    }
  })
}

function isOf({ shown }: Left, reason: Query['reason']): boolean {
  if (reason === undefined) return true
  return reason === 'back' ? shown.row?.isBack === true : shown.reason === reason
}

/** By what was asked for, then by name; the id settles what is left, so that pages never overlap. */
function inOrder(sort: NonNullable<Query['sort']>): (a: Left, b: Left) => number {
  const names = new Map<string, string>()
  const nameOf = ({ person: { id, lastName, firstName } }: Left): string => {
    const known = names.get(id) ?? foldName(`${lastName ?? ''} ${firstName ?? ''}`)
    names.set(id, known)
    return known
  }
  const byName = (a: Left, b: Left): number => byText(nameOf(a), nameOf(b))
  const by = {
    name: byName,
    year_group: (a: Left, b: Left) => byPlace(a.person, b.person),
    left: (a: Left, b: Left) => (a.shown.leftOn < b.shown.leftOn ? -1 : Number(a.shown.leftOn > b.shown.leftOn)),
  }
  const isBackwards = sort.startsWith('-')
  // the names of sorts are those of `by`, with or without a minus
  const first = by[sort.replace('-', '') as keyof typeof by]
  return (a, b) => (isBackwards ? first(b, a) : first(a, b)) || byName(a, b) || (a.shown.id < b.shown.id ? -1 : 1)
}

function byPlace(a: HeldPerson, b: HeldPerson): number {
  return (a.yearPosition ?? Number.MAX_SAFE_INTEGER) - (b.yearPosition ?? Number.MAX_SAFE_INTEGER)
}
