import { inSchool } from '../../../db/index.ts'
import { presentBlocked, presentErasures } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { deletePeople, erasePerson, keepDeletedFor, restorePeople } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { found } from '../found.ts'

/** `POST /v1/schools/:school/deletions` */
export const deleteSomePeople: Handler<'deletions.ask'> = ({ scope, body: { people } }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const { deleted, blocked, removeOn } = await deletePeople(tx, ids, people)
    return ok({ deleted: [...deleted], blocked: await presentBlocked(tx, blocked), removeOn })
  })

/** `POST /v1/schools/:school/deletions/restore` */
export const restoreSomePeople: Handler<'deletions.restore'> = ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => ok({ restored: [...(await restorePeople(tx, ids, body))] }))

/** `PUT /v1/schools/:school/deletions/days` */
export const keepDeletedPeopleFor: Handler<'deletions.keepFor'> = ({ scope, body: { days } }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    await keepDeletedFor(tx, ids, days)
    return ok({ days })
  })

/** `POST /v1/schools/:school/deletions/erase` */
export const eraseOnePerson: Handler<'deletions.erase'> = ({ scope, body: { person, reference } }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const erased = await erasePerson(tx, ids, { personId: person, reference })
    if (!erased.ok) return erased
    const [receipt] = await presentErasures(tx, [erased.value])
    return found(receipt)
  })
