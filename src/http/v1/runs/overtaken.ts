import { namesOfActors } from '../../../access/index.ts'
import type { SchoolTx } from '../../../db/index.ts'
import type { Overtaken } from '../../../runs/index.ts'
import type { Refused } from '../../handler.ts'

/** Says who decided meanwhile, and when, so that a person can choose whose word holds. */
export async function refusedAsOvertaken(tx: SchoolTx, { problem, actor, at, rows }: Overtaken): Promise<Refused> {
  if (actor === null || at === null) return { problem, changedBy: { name: '', at: '', rows } }
  const names = await namesOfActors(tx, [actor])
  return { problem, changedBy: { name: names.get(actor) ?? '', at, rows } }
}
