import { inSchool } from '../../../db/index.ts'
import { readHome as homeOf } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/home` */
export const readHome: Handler<'home.read'> = async ({ scope }, { database, ids }) =>
  ok(await inSchool(database, scope, (tx) => homeOf(tx, ids.clock())))
