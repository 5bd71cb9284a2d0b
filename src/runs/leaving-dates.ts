import type { SchoolTx } from '../db/index.ts'
import type { Directory } from '../directory/index.ts'
import { recordKey } from '../roster/index.ts'
import { formerRecords, type Snapshot } from '../snapshots/index.ts'

/**
 * The days on which linked people who are gone have left, by `recordKey`: as this read says, else as their records said when the
 * source last named them.
 */
export async function leavingDates(tx: SchoolTx, { links }: Directory, snapshot: Snapshot): Promise<ReadonlyMap<string, string>> {
  const { connectionId, current, leftOn } = snapshot
  const missing = links.flatMap(({ recordKind, endReason, source: { connection, kind, id } }) =>
    recordKind === 'person' && endReason === null && connection === connectionId && (kind === 'pupil' || kind === 'staff')
      ? [{ kind, sourceId: id }]
      : [],
  )
  const gone = missing.filter(({ kind, sourceId }) => !current.has(recordKey(kind, sourceId)))
  const former = (await formerRecords(tx, connectionId, gone)).flatMap((it): readonly [string, string][] =>
    it.kind === 'class' || it.body.leavingDate === undefined ? [] : [[recordKey(it.kind, it.sourceId), it.body.leavingDate]],
  )
  return new Map([...former, ...leftOn])
}
