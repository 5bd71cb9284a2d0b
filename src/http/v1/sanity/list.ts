import { inSchool } from '../../../db/index.ts'
import { listChecks } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/sanity-checks` */
export const listSchoolChecks: Handler<'sanity.list'> = async ({ scope }, { database, ids }) =>
  ok(await inSchool(database, scope, (tx) => listChecks(tx, ids.clock)))
