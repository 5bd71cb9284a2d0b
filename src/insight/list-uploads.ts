import { namesOfActors } from '../access/index.ts'
import type { UploadHistory } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { readRuns } from '../runs/index.ts'
import type { Part } from './history.store.ts'
import { listUploadFacts, type UploadFacts } from './uploads.store.ts'

/** What has been uploaded for the school, newest first (S-152). */
export async function listUploads(tx: SchoolTx, part: Part): Promise<{ readonly items: readonly UploadHistory[]; readonly total: number }> {
  const { items, total } = await listUploadFacts(tx, part)
  const names = await namesOfActors(
    tx,
    items.map((it) => it.actor),
  )
  const ids = items.flatMap(({ runId }) => (runId === null ? [] : [runId]))
  const runs = new Map((await readRuns(tx, ids)).map((it) => [it.id, it]))
  return {
    total,
    items: items.map(({ runId, actor, createdAt, rows, ...it }) => {
      const run = runId === null ? undefined : runs.get(runId)
      return {
        ...it,
        by: names.get(actor) ?? actor,
        createdAt: createdAt.toISOString(),
        rows: { ...rows },
        run: run === undefined ? null : { id: run.id, purpose: run.purpose, state: run.state },
      }
    }),
  }
}

/** One of them; undefined: the school has no such upload. */
export async function findUploadFacts(tx: SchoolTx, id: string): Promise<UploadFacts | undefined> {
  return (await listUploadFacts(tx, { id, offset: 0, limit: 1 })).items[0]
}
