import { acrossSchools, type Database } from '../../db/index.ts'
import type { Queue } from '../../jobs/index.ts'
import { waitingRuns } from '../../runs/index.ts'

/**
 * Sends every run that waits to the queue once more: the process that was to send it may have ended first. Whoever works on a
 * run goes on from where it stands, so that twice does no harm.
 */
export async function resumeRuns(database: Database, queue: () => Promise<Queue>): Promise<void> {
  const waiting = await acrossSchools(database, 'runs that were left when Muster stopped', waitingRuns)
  if (waiting.length > 0) await (await queue()).send(waiting)
}
