import { commandActor, runContext } from '../../src/cli/actor.ts'
import { openQueue } from '../../src/jobs/index.ts'
import { silentLog } from '../../src/kernel/index.ts'
import { placeSchools, type QueuedRun, queueSync, readFiles } from '../../src/runs/index.ts'
import { openSource } from '../../src/tables/index.ts'
import type { TestMuster } from './muster.ts'

/** Queues a run for each school of a source, and tells the workers of each of them this many times. */
export async function queueRuns({ database, server }: TestMuster, source: string, times: number): Promise<readonly QueuedRun[]> {
  const opened = await openSource(source)
  if (!opened.ok) throw new Error(opened.failure.code)
  const fileSchool = { externalId: 'unnamed', name: null }
  const read = await readFiles({ files: opened.value.files, map: null, declared: 'as_read', fileSchool, now: new Date() })
  opened.value.close()
  if (!read.ok) throw new Error(read.failure.code)
  const options = { importNewStaff: true, importNewPupils: null, acceptMayMatch: null, applyWhenReady: true }
  const request = { actor: commandActor(), connectionName: 'file', options, context: runContext(server.key) }
  const runs: QueuedRun[] = []
  await queueSync(database, await placeSchools(database, read.value.schools, null), request, (run) => runs.push(run))
  const jobs = runs.map((it) => ({ schoolId: it.school.id, runId: it.runId, actor: request.actor.id }))
  const queue = await openQueue(server, 'muster queue', silentLog)
  await queue.send(Array.from({ length: times }, () => jobs).flat())
  await queue.stop()
  return runs
}
