import { endHoldForDeletion, holdForDeletion } from '../../access/index.ts'
import { type AuditAction, noteActs } from '../../audit/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { endDeletions, endDeletionsOfSynced, writeDeletions } from '../../directory/index.ts'
import { noteEvent } from '../../events/index.ts'
import { dateIn, daysAfter } from '../../kernel/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import { type IdSource, lockSchool, newId, readSettings, writeSetting } from '../../schools/index.ts'
import { noteChange } from '../schedule/note-change.ts'
import { type Deletable, readDeletable } from './blocked.store.ts'

/** What came of deleting people: who waits now, until when, and who cannot be deleted. */
export interface DeletionAsked {
  readonly deleted: readonly string[]
  readonly blocked: readonly Deletable[]
  /** The day from which they go for good: `YYYY-MM-DD`. */
  readonly removeOn: string
}

/**
 * Deletes people in the first of two steps (S-193): they leave every list and have access to nothing, and can be restored until the
 * school's time has run out. Who has access, is synced, protected or on the team is not deleted, and it is said why (S-194, S-195).
 */
export async function deletePeople(tx: SchoolTx, ids: IdSource, people: readonly string[]): Promise<DeletionAsked> {
  assertMayDo(tx.scope, 'people.delete')
  const { timeZone } = await lockSchool(tx)
  const { deletedDays } = await readSettings(tx)
  const at = ids.clock()
  const removeOn = daysAfter(dateIn(timeZone, at), deletedDays)
  const all = await readDeletable(tx, people)
  const free = all.filter((it) => it.why.length === 0).map((it) => it.personId)
  const deleted = await writeDeletions(tx, free, { removeOn, at })
  await holdForDeletion(tx, deleted, at)
  await noteEach(tx, ids, { action: 'person.deleted', people: deleted })
  return { deleted, blocked: all.filter((it) => it.why.length > 0), removeOn }
}

/** Restores people who wait to be deleted (S-196, S-198), with access or without. Gives who was restored. */
export async function restorePeople(
  tx: SchoolTx,
  ids: IdSource,
  { people, withAccess }: { readonly people: readonly string[]; readonly withAccess: boolean },
): Promise<readonly string[]> {
  assertMayDo(tx.scope, 'people.delete')
  await lockSchool(tx)
  const restored = await endDeletions(tx, people)
  await endHoldForDeletion(tx, restored, { to: withAccess ? 'with' : 'without', at: ids.clock() })
  await noteEach(tx, ids, { action: 'person.deletion_cancelled', people: restored })
  return restored
}

/** Restores whoever waited to be deleted and has been synced again, without access: that is a coordinator's word. */
export async function restoreSynced(tx: SchoolTx, ids: IdSource): Promise<void> {
  const restored = await endDeletionsOfSynced(tx)
  await endHoldForDeletion(tx, restored, { to: 'without', at: ids.clock() })
  await noteEach(tx, ids, { action: 'person.deletion_cancelled', people: restored })
}

/** Says how many days people can be restored from now on (D31); who waits already keeps the day that was said. */
export async function keepDeletedFor(tx: SchoolTx, ids: IdSource, days: number): Promise<void> {
  assertMayDo(tx.scope, 'people.delete')
  await lockSchool(tx)
  await writeSetting(tx, 'deletedDays', days)
  await noteChange(tx, ids, { action: 'rules.changed', what: { deletedDays: days } })
}

async function noteEach(
  tx: SchoolTx,
  ids: IdSource,
  { action, people }: { readonly action: Extract<AuditAction, `person.${string}`>; readonly people: readonly string[] },
): Promise<void> {
  if (people.length === 0) return
  const at = ids.clock()
  await noteActs(
    tx,
    people.map((subject) => ({ id: newId(ids), action, subject, payloadDigest: '', at })),
  )
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
}
