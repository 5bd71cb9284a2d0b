import type { SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { fail, isUuid, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { difference } from '../roster/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { logChanges } from './change-log.store.ts'
import type { ClassFields } from './directory.ts'
import { isSyncedClass, readClassForEdit } from './one-class.store.ts'
import { writeRecords } from './write-records.store.ts'

/** What somebody wants a class to be; what is not said stays. */
export interface ClassEdit {
  readonly classId: string
  /** The version they were looking at. */
  readonly version: number
  /** S-103: of a class that no sync names. */
  readonly name?: string | undefined
  /** S-96: an empty text is none. */
  readonly description?: string | null | undefined
  /** Whether the description is the school's own from now on: a sync leaves it. Undefined: it is, once it is edited. */
  readonly ownsDescription?: boolean | undefined
  /** S-104: taken into the archive or out of it, for good: a sync leaves it. */
  readonly isArchived?: boolean | undefined
}

/**
 * Changes a class by hand, with its place in the history: its description (S-96) and whether it is archived (S-104). Name and
 * members of a synced class come from the source. What is edited is the school's own.
 */
export async function changeClass(tx: SchoolTx, ids: IdSource, edit: ClassEdit): Promise<Result<null, Problem>> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  const held = isUuid(edit.classId) ? await readClassForEdit(tx, edit.classId) : undefined
  if (held === undefined) return fail(problem('address.unknown'))
  if (held.version !== edit.version) return fail(problem('version.changed'))
  if (edit.name !== undefined && (await isSyncedClass(tx, edit.classId))) return fail(problem('class.synced'))
  const change = difference({ ...held.fields }, { ...wantedFields(held.fields, edit) })
  if (Object.keys(change.after).length === 0) return ok(null)
  const at = ids.clock()
  const state = { enrolments: [], link: null }
  const before = { ...state, fields: change.before }
  const after = { ...state, fields: change.after }
  const record = { recordKind: 'class', recordId: edit.classId, operation: 'update', source: null, before, after } as const
  const none = { people: new Map(), yearGroups: new Map(), links: [] }
  await writeRecords(tx, { ...none, classes: new Map([[edit.classId, { id: edit.classId, fields: held.fields }]]) }, [record])
  const reason = { code: 'class.edited_by_hand', params: {} }
  await logChanges(tx, [{ ...record, id: newId(ids), key: null, reason }], { actor: tx.scope.actor.id, runId: null, at })
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
  return ok(null)
}

function wantedFields(held: ClassFields, { name, description, ownsDescription, isArchived }: ClassEdit): Partial<ClassFields> {
  const own = new Set(held.localFields)
  const isOurs = ownsDescription ?? (description === undefined ? own.has('description') : true)
  if (isOurs) own.add('description')
  else own.delete('description')
  if (isArchived !== undefined && isArchived !== held.isArchived) own.add('isArchived')
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description: description?.trim() || null }),
    ...(isArchived === undefined ? {} : { isArchived }),
    localFields: [...own].sort(),
  }
}
