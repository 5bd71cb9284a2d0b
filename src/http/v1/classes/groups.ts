import { inSchool } from '../../../db/index.ts'
import { addGroup, changeMembers, deleteClass, removeAllMembers } from '../../../directory/index.ts'
import { readClass } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { found } from '../found.ts'

/** `POST /v1/schools/:school/classes` */
export const addOwnGroup: Handler<'classes.addGroup'> = ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const added = await addGroup(tx, ids, { name: body.name, description: body.description || null })
    return added.ok ? found(await readClass(tx, added.value)) : added
  })

/** `POST /v1/schools/:school/classes/:class/members` */
export const changeGroupMembers: Handler<'classes.members'> = ({ scope, params, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const classId = params['class'] ?? ''
    const changed = await changeMembers(tx, ids, { classId, ...body })
    if (!changed.ok) return changed
    const details = found(await readClass(tx, classId))
    return details.ok ? ok({ added: [...changed.value.added], removed: [...changed.value.removed], class: details.value }) : details
  })

/** `DELETE /v1/schools/:school/classes/:class/members` */
export const removeAllFromClass: Handler<'classes.removeAll'> = ({ scope, params }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const classId = params['class'] ?? ''
    const removed = await removeAllMembers(tx, ids, classId)
    if (!removed.ok) return removed
    const details = found(await readClass(tx, classId))
    return details.ok ? ok({ removed: [...removed.value], class: details.value }) : details
  })

/** `DELETE /v1/schools/:school/classes/:class` */
export const deleteEmptyClass: Handler<'classes.delete'> = ({ scope, params, ifMatch }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const deleted = await deleteClass(tx, ids, { classId: params['class'] ?? '', version: ifMatch })
    return deleted.ok ? ok(undefined) : deleted
  })
