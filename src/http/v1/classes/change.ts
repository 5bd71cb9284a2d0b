import { inSchool } from '../../../db/index.ts'
import { changeClass } from '../../../directory/index.ts'
import { readClass } from '../../../insight/index.ts'
import type { Handler } from '../../handler.ts'
import { found } from '../found.ts'

/** `PATCH /v1/schools/:school/classes/:class` */
export const changeClassDetails: Handler<'classes.change'> = async ({ scope, params, body, ifMatch }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const classId = params['class'] ?? ''
    const changed = await changeClass(tx, ids, { classId, ...body, version: ifMatch })
    return changed.ok ? found(await readClass(tx, classId)) : changed
  })
