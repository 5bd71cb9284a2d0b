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

/** How far the school's newest run is, while it moves. */
async function progressNow(tx: SchoolTx): Promise<ProgressEvent[]> {
  const [newest] = await listRuns(tx, { schoolId: tx.schoolId, limit: 1 })
  if (newest === undefined) return []
  const { id, progress } = await presentRun(tx, newest)
  return progress === null ? [] : [{ type: 'progress', run: id, ...progress }]
}
