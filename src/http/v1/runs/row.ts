import { presentRowWithEvidence } from '../../../insight/index.ts'
import { fail, ok, problem } from '../../../kernel/index.ts'
import { rowsById } from '../../../review/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/rows/:row` */
export const readRow: Handler<'runs.row'> = (call, services) =>
  inRun(call, services, async (tx, run) => {
    const [row] = await rowsById(tx, run.id, [call.params['row'] ?? ''])
    if (row === undefined) return fail(problem('row.not_found'))
    const wanted = { vocabulary: call.school.vocabulary, withBits: call.query.bits === 'true' }
    return ok(await presentRowWithEvidence(tx, run, { row, ...wanted }))
  })
