import type { SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { PERSON_FIELDS, type PersonFields, type PersonKind } from '../roster/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { logChanges } from './change-log.store.ts'
import { readDirectory } from './read-directory.store.ts'
import type { RecordChange } from './record-state.ts'
import { writeRecords } from './write-records.store.ts'

/** Somebody whom people here have typed in, without any MIS. */
export interface PersonByHand {
  readonly kind: PersonKind
  /** What is known; `yearGroup` is a code of the school. */
  readonly fields: Partial<PersonFields>
  /** Name of a registration class of the school; one that it does not have is left out. */
  readonly registrationClass: string | null
}

/**
 * Adds people by hand, with their place in the history: not matched, until a sync finds them in the source (S-206). Gives their
 * ids, in the order of the people.
 */
export async function addPeople(tx: SchoolTx, ids: IdSource, people: readonly PersonByHand[]): Promise<readonly string[]> {
  assertMayDo(tx.scope, 'people.add')
  await lockSchool(tx)
  const directory = await readDirectory(tx)
  const classes = new Map(
    [...directory.classes.values()].filter((it) => it.fields.kind === 'registration').map((it) => [it.fields.name, it.id]),
  )
  const at = ids.clock()
  const blank = Object.fromEntries(PERSON_FIELDS.map((field) => [field, field === 'status' ? 'active' : null]))
  const changes = people.map(({ kind, fields, registrationClass }): RecordChange => {
    const place = registrationClass === null ? undefined : classes.get(registrationClass)
    const enrolments = place === undefined ? [] : [{ class: place, role: 'pupil', isPrimary: true } as const]
    const after = { fields: { kind, ...blank, ...fields }, enrolments, link: null }
    const before = { fields: {}, enrolments: [], link: null }
    return { recordKind: 'person', recordId: newId(ids), operation: 'create', source: null, before, after }
  })
  await writeRecords(tx, directory, changes)
  const reason = { code: 'person.added_by_hand', params: {} }
  const logged = changes.map((it) => ({ ...it, id: newId(ids), key: null, reason }))
  await logChanges(tx, logged, { actor: tx.scope.actor.id, runId: null, at })
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
  return changes.map((it) => it.recordId)
}
