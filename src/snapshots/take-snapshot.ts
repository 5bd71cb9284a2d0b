import { createHash } from 'node:crypto'
import type { SchoolTx } from '../db/index.ts'
import { type Clock, canonicalJson, type Json } from '../kernel/index.ts'
import { recordKey } from '../roster/index.ts'
import type { Assembled } from './assemble.ts'
import { insertSnapshot, type NewSnapshot, nextSnapshotNumber, type StoredRecord } from './snapshot.store.ts'
import type { SourceRecord } from './source-record.ts'
import type { Incomplete } from './upload.ts'

/** What is known of a source after one read of it. */
export interface Snapshot {
  readonly connectionId: string
  readonly number: number
  readonly incomplete: Incomplete
  /** Every current record, by `recordKey`. */
  readonly current: ReadonlyMap<string, SourceRecord>
  /** Those that this read named; the others are current because their absence is not proven. */
  readonly named: ReadonlySet<string>
  /** Those that this read said to have ended, whatever else it leaves open. */
  readonly gone: ReadonlySet<string>
  /** Of those, the days on which the source says that they left. */
  readonly leftOn: ReadonlyMap<string, string>
}

/**
 * Stores what a source said as a new snapshot of its connection. A record proven absent is closed; an incomplete read
 * closes nothing (D12).
 */
export async function takeSnapshot(
  tx: SchoolTx,
  read: {
    readonly connectionId: string
    readonly assembled: Assembled
    readonly known: readonly StoredRecord[]
  },
  clock: Clock,
): Promise<Snapshot> {
  const { connectionId, assembled, known } = read
  const number = await nextSnapshotNumber(tx, connectionId)
  const { incomplete } = assembled
  const before = new Map(known.map((it) => [recordKey(it.kind, it.sourceId), it]))
  const named = new Set([...assembled.records.keys(), ...assembled.unreadable])
  const { changed, closed } = changesOf({ assembled, known })
  const counts = { pupil: 0, staff: 0, class: 0 }
  for (const { kind } of assembled.records.values()) counts[kind] += 1
  await insertSnapshot(tx, { connectionId, number, takenAt: clock(), incomplete, counts, changed, closed })

  const current = new Map<string, SourceRecord>(before)
  for (const { place: _, ...it } of changed) current.set(recordKey(it.kind, it.sourceId), it)
  for (const it of closed) current.delete(recordKey(it.kind, it.sourceId))
  return { connectionId, number, incomplete, current, named, gone: assembled.gone, leftOn: assembled.leftOn }
}

/** What a read says otherwise than what is known: records that are new or changed, and those proven absent. */
export function changesOf({ assembled, known }: { readonly assembled: Assembled; readonly known: readonly StoredRecord[] }): {
  readonly changed: NewSnapshot['changed']
  readonly closed: readonly StoredRecord[]
} {
  const before = new Map(known.map((it) => [recordKey(it.kind, it.sourceId), it.hash]))
  const named = new Set([...assembled.records.keys(), ...assembled.unreadable])
  const changed = [...assembled.records]
    .filter(([key]) => !assembled.gone.has(key))
    .map(([key, record]) => ({ ...record, hash: hashOf(record), place: assembled.places.get(key) ?? null }))
    .filter((it) => before.get(recordKey(it.kind, it.sourceId)) !== it.hash)
  const closed = known.filter(({ kind, sourceId }) => {
    const key = recordKey(kind, sourceId)
    return assembled.gone.has(key) || (assembled.incomplete[kind] === null && !named.has(key))
  })
  return { changed, closed }
}

/**
 * What was known right after a read, put together again from what it said and what is stored: nothing is written. The read must
 * be the connection's latest.
 */
export function restoreSnapshot(read: {
  readonly connectionId: string
  readonly number: number
  readonly assembled: Assembled
  readonly known: readonly StoredRecord[]
}): Snapshot {
  const { connectionId, number, assembled, known } = read
  const named = new Set([...assembled.records.keys(), ...assembled.unreadable])
  const current = new Map<string, SourceRecord>(known.map((it) => [recordKey(it.kind, it.sourceId), it]))
  return { connectionId, number, incomplete: assembled.incomplete, current, named, gone: assembled.gone, leftOn: assembled.leftOn }
}

function hashOf(record: SourceRecord): string {
  // a body is JSON by construction: strings, booleans, null and lists of them
  return createHash('sha256')
    .update(canonicalJson(record.body as unknown as Json))
    .digest('hex')
}
