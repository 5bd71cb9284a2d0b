import { inSchool } from '../../../db/index.ts'
import { presentHolds } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/holds` */
export const listHolds: Handler<'holds.list'> = ({ scope }, { database, ids }) =>
  inSchool(database, scope, async (tx) => ok({ items: await presentHolds(tx, ids.clock()) }))
