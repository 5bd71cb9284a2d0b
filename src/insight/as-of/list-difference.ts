import type { DifferenceOfRecord, RouteQuery } from '../../contract/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { type Directory, directoryAsOf } from '../../directory/index.ts'
import { readSchool } from '../../schools/index.ts'
import type { Part } from '../history.store.ts'
import { differenceOf } from './difference-of.ts'

type Query = Part & Pick<RouteQuery<'directory.difference'>, 'from' | 'to' | 'population' | 'class' | 'person'>

/** What differs between the ends of two days, in any order of the two, and how much of it is what. */
export async function listDifference(tx: SchoolTx, query: Query) {
  const { timeZone } = await readSchool(tx)
  const [first, last] = [query.from, query.to].sort()
  const from = await directoryAsOf(tx, { day: first ?? query.from, timeZone })
  const to = await directoryAsOf(tx, { day: last ?? query.to, timeZone })
  const isWanted = wanted(query, from, to)
  const among = differenceOf(from, to).filter(isWanted)
  const items = among.filter((it) => query.population === undefined || it.population === query.population)
  const counts: Record<string, number> = {}
  for (const { what } of items) counts[what] = (counts[what] ?? 0) + 1
  return { items: items.slice(query.offset, query.offset + query.limit), total: items.length, counts }
}

/** One person, or a class with everybody who was in it on either day. */
function wanted({ class: classId, person }: Query, from: Directory, to: Directory): (it: DifferenceOfRecord) => boolean {
  if (person !== undefined) return (it) => it.key === person
  if (classId === undefined) return () => true
  const isIn = (directory: Directory, id: string): boolean =>
    directory.people.get(id)?.enrolments.some((it) => it.class === classId) === true
  return ({ recordKind, key }) => (recordKind === 'person' ? isIn(from, key) || isIn(to, key) : key === classId)
}
