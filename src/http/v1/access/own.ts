import { askForAccess, ownAccess } from '../../../access/index.ts'
import { inSchool } from '../../../db/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/access/own` */
export const readOwnAccess: Handler<'access.own'> = async ({ scope, caller: { accountId } }, { database }) =>
  ok({ items: [...(await inSchool(database, scope, (tx) => ownAccess(tx, { accountId })))] })

/** `POST /v1/schools/:school/access/own` */
export const askForOwnAccess: Handler<'access.ask'> = ({ scope, caller: { accountId }, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const asked = await askForAccess(tx, ids, { accountId, applicationId: body.application })
    return asked.ok ? ok({ items: [...asked.value] }) : asked
  })
