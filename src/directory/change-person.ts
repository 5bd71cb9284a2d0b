import type { SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { fail, ok, problem, type Result } from '../kernel/index.ts'
import { readdressMessages } from '../outbox/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { type Difference, difference, PERSON_FIELDS, staysOurs, type Vocabulary } from '../roster/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { logChanges } from './change-log.store.ts'
import { disownField, type HeldForEdit, ownFields, readForEdit } from './one-person.store.ts'
import { readPins } from './pins.store.ts'
import { readEdit } from './read-edit.ts'
import { type EditRefused, labels, refuseFaults, settle } from './settle-edit.ts'
import { writeRecords } from './write-records.store.ts'

/** What somebody wants a person to be. */
export interface PersonEdit {
  readonly personId: string
  readonly fields: Readonly<Record<string, string | null>>
  /** The version they were looking at. */
  readonly version: number
  /** Fields that may be edited although the source owns them: whoever gives them is about to pin them. */
  readonly opened?: readonly string[] | undefined
}

/**
 * Changes a person by hand, with its place in the history. What the source owns of a synced person is refused (S-187);
 * e-mail address and account type of staff are the school's own once edited (D5), what is pinned is it for a while. All of the edit, or nothing.
 */
export async function changePerson(tx: SchoolTx, ids: IdSource, edit: PersonEdit): Promise<Result<null, EditRefused>> {
  assertMayDo(tx.scope, 'school.configure')
  const { vocabulary } = await lockSchool(tx)
  const held = await readForEdit(tx, edit.personId)
  if (held === undefined) return fail({ problem: problem('address.unknown') })
  if (held.isMerged) return fail({ problem: problem('person.merged') })
  if (held.version !== edit.version) return fail({ problem: problem('version.changed') })
  const open = [
    ...(edit.opened ?? []),
    ...(held.ownsStatus ? ['status'] : []),
    ...(await readPins(tx, edit.personId)).map((it) => it.field),
  ]
  const isLocked = (field: (typeof PERSON_FIELDS)[number]): boolean =>
    held.isSynced && !staysOurs(held.kind, field) && !open.includes(field)
  const locked = PERSON_FIELDS.filter((field) => field in edit.fields && isLocked(field))
  if (locked.length > 0) return fail(refuseLocked(locked, vocabulary))
  const read = readEdit(held.kind, edit.fields)
  if (!read.ok) return fail(refuseFaults(read.failure, vocabulary))
  const wanted = await settle(tx, edit.personId, read.value)
  if (!wanted.ok) return fail(refuseFaults(wanted.failure, vocabulary))
  const change = difference({ ...held.fields }, { ...wanted.value })
  if (Object.keys(change.after).length > 0) await write(tx, ids, { personId: edit.personId, held, change })
  return ok(null)
}

interface Written {
  readonly personId: string
  readonly held: HeldForEdit
  readonly change: Difference
}

async function write(tx: SchoolTx, ids: IdSource, { personId, held, change }: Written): Promise<void> {
  const at = ids.clock()
  const state = { enrolments: [], link: null }
  const before = { ...state, fields: change.before }
  const after = { ...state, fields: change.after }
  const record = { recordKind: 'person', recordId: personId, operation: 'update', source: null, before, after } as const
  const { kind, fields } = held
  const person = { id: personId, kind, fields, localFields: [], enrolments: [] }
  const none = { classes: new Map(), yearGroups: new Map(), links: [] }
  await writeRecords(tx, { ...none, people: new Map([[personId, person]]) }, [record])
  const own = PERSON_FIELDS.filter((field) => field in change.after && staysOurs(kind, field))
  await ownFields(tx, personId, own)
  // who is disabled here stays so, whatever the source says (S-199)
  if (change.after['status'] === 'disabled') await ownFields(tx, personId, ['status'])
  if (change.after['status'] === 'active') await disownField(tx, personId, 'status')
  const reason = { code: 'person.edited_by_hand', params: {} }
  await logChanges(tx, [{ ...record, id: newId(ids), key: null, reason }], { actor: tx.scope.actor.id, runId: null, at })
  const { email } = change.after
  if (email !== undefined) await readdressMessages(tx, [{ personId, address: typeof email === 'string' ? email : null }], at)
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
}

function refuseLocked(locked: readonly string[], vocabulary: Vocabulary): EditRefused {
  const params = { details: labels(locked, vocabulary) }
  return { problem: problem('person.field_locked', { params }), fields: locked.map((field) => ({ field, code: 'locked' })) }
}
