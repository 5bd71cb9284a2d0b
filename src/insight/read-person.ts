import { namesOfActors } from '../access/index.ts'
import type { PersonDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { versionOfPerson } from '../directory/index.ts'
import { fieldsOfKind, staysOurs } from '../roster/index.ts'
import { type RecordNames, shownFields, shownOperation } from '../runs/index.ts'
import { presentPerson } from './list-people.ts'
import { readPeople } from './people.store.ts'
import { type MadeChange, readChangesOfPerson, readPersonRecord } from './person-details.store.ts'
import { readRecordNames } from './record-names.store.ts'

/** One person with everything we hold, what is locked, and what was changed when; undefined: no such person. */
export async function readPerson(tx: SchoolTx, personId: string): Promise<PersonDetails | undefined> {
  const [held] = await readPeople(tx, { kind: null, ids: [personId] })
  if (held === undefined) return undefined
  const { fields, classes } = await readPersonRecord(tx, personId)
  const changes = await readChangesOfPerson(tx, personId)
  const names = await readRecordNames(tx)
  const actors = await namesOfActors(tx, [...new Set(changes.map((it) => it.actor))])
  return {
    ...presentPerson(held),
    fields: fieldsOfKind(held.kind).map((field) => ({
      field,
      value: fields[field],
      isLocked: held.link === 'live' && !staysOurs(held.kind, field),
    })),
    classes: [...classes],
    timeline: changes.map((it) => presentEntry(it, { names, by: actors.get(it.actor) ?? it.actor })),
    version: await versionOfPerson(tx, personId),
  }
}

function presentEntry(
  change: MadeChange,
  { names, by }: { readonly names: RecordNames; readonly by: string },
): PersonDetails['timeline'][number] {
  return { at: change.at.toISOString(), by, operation: shownOperation(change), run: change.runId, fields: shownFields(change, names) }
}
