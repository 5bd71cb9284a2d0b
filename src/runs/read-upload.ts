import type { SchoolTx } from '../db/index.ts'
import type { Problem } from '../kernel/index.ts'
import { recordKey, type SchoolYear } from '../roster/index.ts'
import type { IdSource } from '../schools/index.ts'
import {
  type Assembled,
  assemble,
  type CheckedPeople,
  changesOf,
  checkPeople,
  currentRecords,
  formerRecords,
  type RowCounts,
  readUploadItems,
  readUploadSummary,
  restoreSnapshot,
  type Snapshot,
  type SourceRecord,
  type StoredRecord,
  takeSnapshot,
  type UploadItem,
  type UploadSummary,
} from '../snapshots/index.ts'
import type { YearGroupReader } from './year-group-reader.ts'

/** An upload as it was read: its snapshot, whom it leaves out, and what became of its rows. */
export interface Reading {
  readonly snapshot: Snapshot
  readonly checked: CheckedPeople
  /** School years that the source names, from the earliest. */
  readonly schoolYears: readonly SchoolYear[]
  /** What was found wrong once all was put together, beyond what the reader found. */
  readonly problems: readonly Problem[]
  /** Where each person's row stands, by `recordKey`. */
  readonly places: ReadonlyMap<string, { readonly file: string; readonly line: number }>
  readonly rows: RowCounts
  /** Membership rows that had to be refused, by file. */
  readonly refusedRows: Readonly<Record<string, number>>
  /** The same reading with these records in place of its own. */
  with(current: Snapshot['current']): Reading
}

interface UploadOfRun {
  readonly uploadId: string
  readonly connectionId: string
  readonly years: YearGroupReader
  readonly key: Uint8Array
}

/** Takes the snapshot of what an upload holds, and says who of it cannot be synced. */
export async function readUpload(tx: SchoolTx, it: UploadOfRun & { readonly ids: IdSource }): Promise<Reading> {
  const unpacked = await unpack(tx, it)
  const { connectionId } = it
  return check(it, unpacked, await takeSnapshot(tx, { connectionId, ...unpacked }, it.ids.clock))
}

/** The same reading again, for a run whose snapshot has been taken: writes nothing. */
export async function rereadUpload(tx: SchoolTx, it: UploadOfRun & { readonly number: number }): Promise<Reading> {
  const unpacked = await unpack(tx, it)
  return check(it, unpacked, restoreSnapshot({ connectionId: it.connectionId, number: it.number, ...unpacked }))
}

/** How many people an upload that was not read yet says otherwise than what is known of its connection. */
export async function countChangedPeople(tx: SchoolTx, it: Omit<UploadOfRun, 'years'>): Promise<number> {
  const { changed, closed } = changesOf(await unpack(tx, it))
  return [...changed, ...closed].filter(({ kind }) => kind !== 'class').length
}

interface Unpacked {
  readonly summary: UploadSummary
  readonly assembled: Assembled
  readonly known: readonly StoredRecord[]
}

async function unpack(tx: SchoolTx, it: Omit<UploadOfRun, 'years'>): Promise<Unpacked> {
  const summary = await readUploadSummary(tx, it.uploadId)
  const known = await currentRecords(tx, it.connectionId)
  const items = await readUploadItems(tx, it.uploadId, it.key)
  const current = new Map<string, SourceRecord>(known.map((record) => [recordKey(record.kind, record.sourceId), record]))
  const assembled = assemble(items, summary, await withFormer(tx, it.connectionId, { items, summary, current }))
  return { summary, assembled, known }
}

function check(of: UploadOfRun, unpacked: Unpacked, snapshot: Snapshot): Reading {
  const { years } = of
  const { summary, assembled } = unpacked
  const checked = checkPeople(snapshot.current, years.check, assembled.places)
  const problems: readonly Problem[] = [...assembled.problems, ...checked.problems]
  const leftOut = [...assembled.places.keys()].filter((key) => checked.leftOut.has(key)).length
  const { used, rejected } = summary.people
  const refused = assembled.refusedPeople
  const rows = {
    ...summary.people,
    used: used - leftOut - refused,
    leftOut: summary.people.leftOut + leftOut,
    rejected: rejected + refused,
  }
  const { schoolYears = [] } = summary
  return {
    snapshot,
    checked,
    schoolYears,
    problems,
    places: assembled.places,
    rows,
    refusedRows: Object.fromEntries(assembled.refusedEnrolments),
    with: (current) => check(of, unpacked, { ...snapshot, current }),
  }
}

/** Adds what was last known of people who come back in a read that does not say all of their classes again. */
async function withFormer(
  tx: SchoolTx,
  connectionId: string,
  { items, summary, current }: { items: readonly UploadItem[]; summary: UploadSummary; current: ReadonlyMap<string, SourceRecord> },
): Promise<ReadonlyMap<string, SourceRecord>> {
  if (current.size === 0 || summary.carries.enrolment === 'whole') return current
  const arriving = items.flatMap((it) => (it[0] === 'person' && !current.has(recordKey(it[1].kind, it[1].sourceId)) ? [it[1]] : []))
  const people = arriving.map(({ kind, sourceId }) => ({ kind, sourceId }))
  const former = await formerRecords(tx, connectionId, people)
  return new Map([...current, ...former.map((record) => [recordKey(record.kind, record.sourceId), record] as const)])
}
