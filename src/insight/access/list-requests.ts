import type { AccessRequest } from '../../contract/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { readPeople } from '../people.store.ts'
import { shownName } from '../person-standing.ts'
import { readOpenRequests } from './access.store.ts'

/** Who waits for a word about their access, those who asked first first (S-36). */
export async function listRequests(tx: SchoolTx): Promise<AccessRequest[]> {
  const requests = await readOpenRequests(tx)
  const people = new Map((await readPeople(tx, { kind: null, ids: requests.map((it) => it.personId) })).map((it) => [it.id, it]))
  return requests.flatMap(({ id, personId, application, at }) => {
    const person = people.get(personId)
    if (person === undefined || person.mergedInto !== null) return []
    return [{ id, person: { id: personId, name: shownName(person), position: person.position }, application, at: at.toISOString() }]
  })
}
