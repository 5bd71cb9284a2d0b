import { inSchool } from '../../../db/index.ts'
import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { openRun } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/runs/open` */
export const readOpenRun: Handler<'runs.open'> = ({ scope }, { database }) =>
  inSchool(database, scope, async (tx) => {
    const run = await openRun(tx)
    return ok({ run: run === undefined ? null : await presentRun(tx, run) })
  })
