import { inSchool } from '../../../db/index.ts'
import { presentRehearsals } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/rehearsals` */
export const listRehearsals: Handler<'rehearsals.list'> = async ({ scope }, { database }) =>
  ok({ rehearsals: [...(await inSchool(database, scope, presentRehearsals))] })
