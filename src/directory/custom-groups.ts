import type { SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { fail, foldName, isUuid, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { logChanges } from './change-log.store.ts'
import type { ClassFields } from './directory.ts'
import { type ClassForEdit, hasGroupNamed, isSyncedClass, membershipsOf, peopleForGroup, readClassForEdit } from './one-class.store.ts'
import type { RecordChange } from './record-state.ts'
import { writeRecords } from './write-records.store.ts'

/** What is the school's own of a group that it made: no sync takes it for a class of the source, renames, fills or archives it. */
const OWN_GROUP: readonly string[] = ['isArchived', 'members', 'name']

/** A group that people here make. */
export interface NewGroup {
  readonly name: string
  readonly description: string | null
}

/** Who goes into a group and who goes out; who is there already, or is not, stays so. */
export interface GroupMembers {
  readonly classId: string
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

const NO_LINK = { enrolments: [], link: null } as const

/** Makes a group of the school's own (S-101), and gives its id. Refused where a group has this name already. */
export async function addGroup(tx: SchoolTx, ids: IdSource, { name, description }: NewGroup): Promise<Result<string, Problem>> {
  assertMayDo(tx.scope, 'groups.edit')
  await lockSchool(tx)
  if (await hasGroupNamed(tx, foldName(name))) return fail(problem('class.name_taken'))
  const fields: ClassFields = { kind: 'group', name, code: null, description, yearGroups: [], isArchived: false, localFields: OWN_GROUP }
  const before = { ...NO_LINK, fields: {} }
  const recordId = newId(ids)
  await write(tx, ids, [
    { recordKind: 'class', recordId, operation: 'create', source: null, before, after: { ...NO_LINK, fields: { ...fields } } },
  ])
  return ok(recordId)
}

/**
 * Changes who is in a group of the school's own. Nobody is deleted by that (S-106). Staff are in it as teachers. Gives who went in and who went out.
 */
export async function changeMembers(
  tx: SchoolTx,
  ids: IdSource,
  { classId, add, remove }: GroupMembers,
): Promise<Result<{ readonly added: readonly string[]; readonly removed: readonly string[] }, Problem>> {
  assertMayDo(tx.scope, 'groups.edit')
  await lockSchool(tx)
  const held = await readOwn(tx, classId)
  if (held === undefined) return fail(problem('address.unknown'))
  if (!isOwnGroup(held.fields)) return fail(problem('class.not_own'))
  const members = await membershipsOf(tx, classId)
  const there = new Set(members.map((it) => it.personId))
  const arriving = (await peopleForGroup(tx, add)).filter((it) => !there.has(it.personId) && !remove.includes(it.personId))
  const leaving = members.filter((it) => remove.includes(it.personId))
  await write(tx, ids, [
    ...arriving.map(({ personId, role }) => moved(personId, { ends: [], begins: [{ class: classId, role, isPrimary: false }] })),
    ...leaving.map(({ personId, ...it }) => moved(personId, { ends: [it], begins: [] })),
  ])
  return ok({ added: arriving.map((it) => it.personId), removed: leaving.map((it) => it.personId) })
}

/** Empties a class that no sync fills (S-102); nobody is deleted. Gives who was in it. */
export async function removeAllMembers(tx: SchoolTx, ids: IdSource, classId: string): Promise<Result<readonly string[], Problem>> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  const refused = await refuseSynced(tx, classId)
  if (refused !== null) return fail(refused)
  const members = await membershipsOf(tx, classId)
  await write(
    tx,
    ids,
    members.map(({ personId, ...it }) => moved(personId, { ends: [it], begins: [] })),
  )
  return ok([...new Set(members.map((it) => it.personId))])
}

/** Deletes a class that no sync fills, once nobody is in it, leavers too (S-102). What was in it when stays in the history. */
export async function deleteClass(
  tx: SchoolTx,
  ids: IdSource,
  { classId, version }: { readonly classId: string; readonly version: number },
): Promise<Result<null, Problem>> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  const refused = await refuseSynced(tx, classId)
  if (refused !== null) return fail(refused)
  const held = await readOwn(tx, classId)
  if (held === undefined) return fail(problem('address.unknown'))
  if (held.version !== version) return fail(problem('version.changed'))
  const count = (await membershipsOf(tx, classId)).length
  if (count > 0) return fail(problem('class.not_empty', { params: { count } }))
  const before = { ...NO_LINK, fields: { ...held.fields } }
  await write(tx, ids, [
    { recordKind: 'class', recordId: classId, operation: 'remove', source: null, before, after: { ...NO_LINK, fields: {} } },
  ])
  return ok(null)
}

/** Whether people here made the group and fill it. */
function isOwnGroup({ localFields }: Pick<ClassFields, 'localFields'>): boolean {
  return localFields.includes('members')
}

async function readOwn(tx: SchoolTx, classId: string): Promise<ClassForEdit | undefined> {
  return isUuid(classId) ? readClassForEdit(tx, classId) : undefined
}

async function refuseSynced(tx: SchoolTx, classId: string): Promise<Problem | null> {
  if ((await readOwn(tx, classId)) === undefined) return problem('address.unknown')
  return (await isSyncedClass(tx, classId)) ? problem('class.synced') : null
}

type Places = RecordChange['before']['enrolments']

function moved(recordId: string, { ends, begins }: { readonly ends: Places; readonly begins: Places }): RecordChange {
  const state = { fields: {}, link: null }
  const [before, after] = [
    { ...state, enrolments: ends },
    { ...state, enrolments: begins },
  ]
  return { recordKind: 'person', recordId, operation: 'update', source: null, before, after }
}

async function write(tx: SchoolTx, ids: IdSource, changes: readonly RecordChange[]): Promise<void> {
  if (changes.length === 0) return
  const at = ids.clock()
  await writeRecords(tx, { people: new Map(), classes: new Map(), yearGroups: new Map(), links: [] }, changes)
  const reason = { code: 'class.edited_by_hand', params: {} }
  const logged = changes.map((it) => ({ ...it, id: newId(ids), key: null, reason }))
  await logChanges(tx, logged, { actor: tx.scope.actor.id, runId: null, at })
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
}
