import { inSchool } from '../../../db/index.ts'
import { listYearGroupsHeld } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/year-groups` */
export const listSchoolYearGroups: Handler<'yearGroups.list'> = async ({ scope }, { database }) =>
  ok(await inSchool(database, scope, listYearGroupsHeld))
