import { changeAccess } from '../../../access/index.ts'
import { inSchool } from '../../../db/index.ts'
import { countLimited } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/access` */
export const changeAccessOfPeople: Handler<'access.change'> = ({ scope, body: { application, people, to } }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const changed = await changeAccess(tx, ids, { applicationId: application, people, to })
    if (!changed.ok) return changed
    return ok({ changed: [...changed.value], limited: to === 'with' ? await countLimited(tx, application, changed.value) : 0 })
  })
