import { meetConnection } from '../connectors/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { removeOldRows } from '../review/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { insertUpload, insertUploadEntry, removeOldUploads, type SchoolPart } from '../snapshots/index.ts'
import { insertRun } from './run.store.ts'
import type { RunOptions } from './run.ts'

/** One school's part of a source, and what is asked of its sync. */
export interface QueueRequest {
  readonly connectionName: string
  readonly part: SchoolPart
  readonly options: RunOptions
  readonly ids: IdSource
  readonly key: Uint8Array
  /** The source speaks of a day to come, and is there for rehearsals. */
  readonly isForRehearsal?: boolean
  /** As the sender's machine called it; left out: the names of the files in the package. */
  readonly fileName?: string
}

/** How much of a file's name the upload history keeps. */
const NAME_LENGTH_MAX = 200

/** What a source says about one school, and how it is kept. */
export type StoreRequest = Omit<QueueRequest, 'options'>

/** An upload that is stored, and the connection it came by. */
export interface StoredUpload {
  readonly uploadId: string
  readonly connectionId: string
}

/** Stores what was read about one school, encrypted, for 7 days (D31); that it came is in the upload history for good (S-152). */
export async function storeUpload(
  tx: SchoolTx,
  { connectionName, part, ids, key, isForRehearsal = false, fileName = part.summary.files.join(', ') }: StoreRequest,
): Promise<StoredUpload> {
  const at = ids.clock()
  await lockSchool(tx)
  const connectionId = await meetConnection(tx, { id: newId(ids), name: connectionName, kind: part.summary.format }, at)
  const uploadId = newId(ids)
  await removeOldUploads(tx, at)
  await removeOldRows(tx, at)
  await insertUpload(tx, { id: uploadId, connectionId, part, createdAt: at, key, isForRehearsal })
  const told = { fileName: fileName.slice(0, NAME_LENGTH_MAX), rows: part.summary.people, isForRehearsal }
  await insertUploadEntry(tx, { id: uploadId, createdAt: at, ...told })
  return { uploadId, connectionId }
}

/** Stores what was read about one school and opens a run for it, which any worker may carry on. Gives the run's id. */
export async function queueRun(tx: SchoolTx, { options, ...request }: QueueRequest): Promise<string> {
  const { ids } = request
  const { uploadId, connectionId } = await storeUpload(tx, request)
  const at = ids.clock()
  const runId = newId(ids)
  await insertRun(tx, { id: runId, purpose: 'sync', state: 'queued', connectionId, uploadId, undoesRunId: null, options, at })
  return runId
}
