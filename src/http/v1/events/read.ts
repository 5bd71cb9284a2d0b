import type { ProgressEvent } from '../../../contract/index.ts'
import { inSchool, type SchoolTx } from '../../../db/index.ts'
import { lastEvent, readEvents } from '../../../events/index.ts'
import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { listRuns } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** What came after an event, for who cannot keep a stream open; without one, where to begin. */
export const readEventsAfter: Handler<'events.read'> = async ({ query, scope }, { database }) =>
  inSchool(database, scope, async (tx) => {
    const read = query.after === undefined ? { events: [], last: await lastEvent(tx) } : await readEvents(tx, query.after)
    return ok({ events: [...read.events], progress: await progressNow(tx), last: read.last })
  })

/** So many runs are looked at for one that moves: a part on hold is older than the sync after it. */
const LOOKED_AT = 20

/** How far the school's newest run that moves is. */
async function progressNow(tx: SchoolTx): Promise<ProgressEvent[]> {
  const runs = await listRuns(tx, { schoolId: tx.schoolId, limit: LOOKED_AT })
  const moving = runs.find((it) => it.applyPlanHash !== null) ?? runs[0]
  if (moving === undefined) return []
  const { id, progress } = await presentRun(tx, moving)
  return progress === null ? [] : [{ type: 'progress', run: id, ...progress }]
}
