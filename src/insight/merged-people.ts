import type { PersonDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { mergesOfPeople, UNDO_DAYS } from '../runs/index.ts'
import { mergedIntoPerson } from './merged-people.store.ts'
import { type HeldPerson, readPeople } from './people.store.ts'
import { shownName } from './person-standing.ts'

const DAY_MILLISECONDS = 24 * 3_600_000

/** Whom a person was merged into, and who was merged into them. */
export async function readMerged(tx: SchoolTx, { id, mergedInto }: HeldPerson): Promise<Pick<PersonDetails, 'mergedInto' | 'mergedFrom'>> {
  const from = await mergedIntoPerson(tx, id)
  const merges = await mergesOfPeople(tx, mergedInto === null ? from : [id, ...from])
  const others = await readPeople(tx, { kind: null, ids: mergedInto === null ? from : [mergedInto, ...from] })
  const nameOf = (personId: string): string => shownName(others.find((it) => it.id === personId) ?? NAMELESS)
  const own = merges.get(id)
  const until = own === undefined ? new Date(0) : new Date(own.at.getTime() + UNDO_DAYS * DAY_MILLISECONDS)
  return {
    mergedInto: mergedInto === null ? null : { id: mergedInto, name: nameOf(mergedInto), splitUntil: until.toISOString() },
    mergedFrom: from.flatMap((it) => {
      const merge = merges.get(it)
      return merge === undefined ? [] : [{ id: it, name: nameOf(it), at: merge.at.toISOString() }]
    }),
  }
}

const NAMELESS = { firstName: null, lastName: null, username: null }
