import type { SchoolTx } from '../db/index.ts'
import { changesAfter, type PointInTime } from './change-log.store.ts'
import type { Directory } from './directory.ts'
import { readDirectory } from './read-directory.store.ts'
import { replayBackwards } from './replay.ts'

/** What we held at a point in time: what we hold now, with everything taken back that was written later (N-03). */
export async function directoryAsOf(tx: SchoolTx, then: PointInTime): Promise<Directory> {
  return replayBackwards(await readDirectory(tx), await changesAfter(tx, then))
}
