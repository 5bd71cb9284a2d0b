import { acrossSchools } from '../../../db/index.ts'
import { ok } from '../../../kernel/index.ts'
import { countBefore } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/queue`: other schools' runs are counted, and nothing else is told of them. */
export const readQueue: Handler<'runs.queue'> = async (call, services) => {
  const found = await inRun(call, services, async (_, run) => ok(run))
  if (!found.ok) return found
  const { id, state } = found.value
  if (state !== 'queued') return ok({ before: null })
  return ok({ before: await acrossSchools(services.database, 'how many uploads are read before one', (tx) => countBefore(tx, id)) })
}
