import { namesOfActors } from '../../access/index.ts'
import type { BlockedPerson, DeletedPerson, RouteQuery, Erasure as ShownErasure } from '../../contract/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { readDeletions } from '../../directory/index.ts'
import { foldName } from '../../kernel/index.ts'
import { type Deletable, type Erasure, listErasures, readDeletable } from '../../runs/index.ts'
import { readSettings } from '../../schools/index.ts'
import { searched } from '../list-people.ts'
import { readPeople } from '../people.store.ts'
import { shownName } from '../person-standing.ts'
import { byText, finder } from '../search.ts'

type Query = NonNullable<RouteQuery<'deletions.list'>>

interface Window {
  readonly offset: number
  readonly limit: number
}

/** Who waits to be deleted, until when, and what keeps them (S-193, S-195). */
export async function listDeleted(
  tx: SchoolTx,
  { kind, q, sort, offset, limit }: Pick<Query, 'kind' | 'q' | 'sort'> & Window,
): Promise<{ readonly items: readonly DeletedPerson[]; readonly total: number; readonly days: number }> {
  const deletions = await readDeletions(tx)
  const ids = [...deletions.keys()]
  const isFound = finder(q)
  const people = (await readPeople(tx, { kind: kind ?? null, ids })).filter((it) => isFound(searched(it)))
  const blocked = new Map((await readDeletable(tx, ids)).map((it) => [it.personId, it.why]))
  const names = await namesOfActors(tx, [...new Set([...deletions.values()].map((it) => it.by))])
  const all = people.flatMap((person): DeletedPerson[] => {
    const deletion = deletions.get(person.id)
    if (deletion === undefined) return []
    const { id, kind: ofKind, yearGroup } = person
    const { at, by, removeOn } = deletion
    const who = { id, kind: ofKind, name: shownName(person), yearGroup }
    return [{ ...who, at: at.toISOString(), by: names.get(by) ?? by, removeOn, why: [...(blocked.get(id) ?? [])] }]
  })
  all.sort(inOrder(sort ?? '-deleted'))
  return { items: all.slice(offset, offset + limit), total: all.length, days: (await readSettings(tx)).deletedDays }
}

function inOrder(sort: NonNullable<Query['sort']>): (a: DeletedPerson, b: DeletedPerson) => number {
  const byName = (a: DeletedPerson, b: DeletedPerson): number => byText(foldName(a.name), foldName(b.name))
  const by = {
    name: byName,
    deleted: (a: DeletedPerson, b: DeletedPerson) => byText(a.at, b.at),
    remove: (a: DeletedPerson, b: DeletedPerson) => byText(a.removeOn, b.removeOn),
  }
  const isBackwards = sort.startsWith('-')
  // the names of sorts are those of `by`, with or without a minus
  const first = by[sort.replace('-', '') as keyof typeof by]
  return (a, b) => (isBackwards ? first(b, a) : first(a, b)) || byName(a, b) || (a.id < b.id ? -1 : 1)
}

/** Who cannot be deleted, by name. */
export async function presentBlocked(tx: SchoolTx, blocked: readonly Deletable[]): Promise<BlockedPerson[]> {
  const people = await readPeople(tx, { kind: null, ids: blocked.map((it) => it.personId) })
  const names = new Map(people.map((it) => [it.id, shownName(it)]))
  return blocked.map(({ personId: id, why, applications }) => ({
    ...{ id, name: names.get(id) ?? '', why: [...why], applications: [...applications] },
  }))
}

/** The receipts of who is gone for good. */
export async function listReceipts(
  tx: SchoolTx,
  window: Window,
): Promise<{ readonly items: readonly ShownErasure[]; readonly total: number }> {
  const { items, total } = await listErasures(tx, window)
  return { items: await presentErasures(tx, items), total }
}

/** Receipts with the names of who acted. */
export async function presentErasures(tx: SchoolTx, erasures: readonly Erasure[]): Promise<ShownErasure[]> {
  const names = await namesOfActors(tx, [...new Set(erasures.map((it) => it.actor))])
  return erasures.map(({ id, personId, kind, why, reference, actor, at, erased }) => ({
    ...{ id, person: personId, kind, why, reference, by: names.get(actor) ?? '', at: at.toISOString() },
    rows: Object.values(erased).reduce((sum, it) => sum + it, 0),
  }))
}
