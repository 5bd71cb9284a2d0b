import { namesOfActors } from '../access/index.ts'
import type { RouteAnswer } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { goneDecisions, holdingDecisions } from '../review/index.ts'
import { countNewer, type Run } from '../runs/index.ts'

/** Whether a review is still what the source says, and which of its decisions have lost their records. */
export async function presentFreshness(tx: SchoolTx, run: Run, key: Uint8Array): Promise<RouteAnswer<'runs.freshness'>> {
  const gone = await goneDecisions(tx, run.id)
  const names = await namesOfActors(
    tx,
    gone.map((it) => it.actor),
  )
  return {
    changed: await countNewer(tx, run, key),
    decisions: (await holdingDecisions(tx, run.id)).length,
    gone: gone.map(({ kind, name, actor, at, isOvertaken }) => ({
      ...{ act: kind, name, by: names.get(actor) ?? '', at: at.toISOString(), isOvertaken },
    })),
  }
}
