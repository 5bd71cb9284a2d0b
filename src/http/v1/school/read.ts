import { readSchoolDetails } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school` */
export const readSchool: Handler<'school.read'> = async ({ scope }, { database }) => ok(await readSchoolDetails(database, scope))
