import { listTeam as list } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/team` */
export const listTeam: Handler<'team.list'> = async ({ scope }, { database, ids }) => ok(await list(database, ids, scope))
