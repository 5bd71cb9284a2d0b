import { sql } from 'kysely'
import { seal, unseal } from '../config/index.ts'
import type { SchoolTx } from '../db/index.ts'
import type { Problem } from '../kernel/index.ts'
import { unpack } from './pack.ts'
import type { SchoolPart, UploadItem, UploadSummary } from './upload.ts'

/** An upload to be stored; `key` is the installation's. */
export interface NewUpload {
  readonly id: string
  readonly connectionId: string
  readonly part: SchoolPart
  readonly createdAt: Date
  readonly key: Uint8Array
  /** It speaks of a day to come: no sync begins from it unless a person names it. */
  readonly isForRehearsal: boolean
}

/** Stores one school's part of a source, encrypted in chunks: a worker elsewhere goes on from here. */
export async function insertUpload(tx: SchoolTx, { id, connectionId, part, createdAt, key, isForRehearsal }: NewUpload): Promise<void> {
  await tx.rows(sql`
    insert into upload (school_id, id, connection_id, summary, created_at, is_for_rehearsal)
    values (${tx.schoolId}, ${id}, ${connectionId}, ${JSON.stringify(part.summary)}::jsonb, ${createdAt}, ${isForRehearsal})`)
  const chunks = part.chunks.map((chunk) => seal({ key, purpose: 'upload' }, chunk))
  await tx.rows(sql`
    insert into upload_chunk (school_id, upload_id, number, body)
    select ${tx.schoolId}::uuid, ${id}::uuid, number, body from unnest(${chunks}::bytea[]) with ordinality as it(body, number)`)
  await insertProblems(tx, { uploadId: id, problems: part.problems, isOfReview: false })
}

/** Adds problems to an upload, after those it has. */
async function insertProblems(
  tx: SchoolTx,
  { uploadId, problems, isOfReview }: { readonly uploadId: string; readonly problems: readonly Problem[]; readonly isOfReview: boolean },
): Promise<void> {
  if (problems.length === 0) return
  await tx.rows(sql`
    insert into read_problem (school_id, upload_id, number, code, file, line, column_name, value, params, is_of_review)
    select ${tx.schoolId}::uuid, ${uploadId}::uuid,
      (select coalesce(max(number), 0) from read_problem where school_id = ${tx.schoolId} and upload_id = ${uploadId}) + row_number() over (),
      code, file, line, "column", value, coalesce(params, '{}'), ${isOfReview}
    from json_to_recordset(${JSON.stringify(problems)}::json)
      as it(code text, file text, line integer, "column" text, value text, params jsonb)`)
}

/** Keeps the problems that a look at the whole school has found, in place of those that the look before it found. */
export async function replaceReviewProblems(tx: SchoolTx, uploadId: string, problems: readonly Problem[]): Promise<void> {
  await tx.rows(sql`delete from read_problem where school_id = ${tx.schoolId} and upload_id = ${uploadId} and is_of_review`)
  await insertProblems(tx, { uploadId, problems, isOfReview: true })
}

/** What the reader knew at the end. */
export async function readUploadSummary(tx: SchoolTx, uploadId: string): Promise<UploadSummary> {
  const [row] = await tx.rows(
    sql<{ summary: UploadSummary }>`select summary from upload where school_id = ${tx.schoolId} and id = ${uploadId}`,
  )
  if (row === undefined) throw new Error('A run names an upload that does not exist.')
  return row.summary
}

/** Everything that was read, in its order. */
export async function readUploadItems(tx: SchoolTx, uploadId: string, key: Uint8Array): Promise<readonly UploadItem[]> {
  const rows = await tx.rows(sql<{ body: Buffer }>`
    select body from upload_chunk where school_id = ${tx.schoolId} and upload_id = ${uploadId} order by number`)
  // only `packer` writes chunks, and only items go in; the seal shows that nobody else did
  return rows.flatMap((it) => unpack(unseal({ key, purpose: 'upload' }, it.body)) as readonly UploadItem[])
}

/** The problems of an upload in their order, at most `limit`, and how many there are. */
export async function readProblems(
  tx: SchoolTx,
  uploadId: string,
  limit: number | null,
): Promise<{ readonly problems: readonly Problem[]; readonly count: number }> {
  const rows = await tx.rows(sql<Problem & { readonly count: number }>`
    select code, file, line, column_name as "column", value, params, (count(*) over ())::integer as count
    from read_problem where school_id = ${tx.schoolId} and upload_id = ${uploadId} order by number limit ${limit}`)
  return { problems: rows.map(({ count: _, ...it }) => it), count: rows[0]?.count ?? 0 }
}

/** Removes what is older than seven days (D31); its problems go with it. */
export async function removeOldUploads(tx: SchoolTx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 7 * 24 * 3_600_000)
  await tx.rows(sql`delete from upload where school_id = ${tx.schoolId} and created_at < ${before}`)
}

/** Removes one upload; its problems go with it. */
export async function removeUpload(tx: SchoolTx, id: string): Promise<void> {
  await tx.rows(sql`delete from upload where school_id = ${tx.schoolId} and id = ${id}`)
}

/** An upload that is kept, and what the reader knew of it. */
export interface KeptUpload {
  readonly id: string
  readonly connectionId: string
  readonly createdAt: Date
  readonly summary: UploadSummary
}

/** The upload that *Start sync* begins from: the school's latest, while it is kept. */
export async function latestUpload(tx: SchoolTx): Promise<KeptUpload | undefined> {
  const [row] = await tx.rows(sql<KeptUpload>`
    select id, connection_id as "connectionId", created_at as "createdAt", summary from upload
    where school_id = ${tx.schoolId} and not is_for_rehearsal order by created_at desc, id desc limit 1`)
  return row
}

/** One upload of the school; undefined: there is no such upload, or it is no longer kept. */
export async function findUpload(tx: SchoolTx, id: string): Promise<KeptUpload | undefined> {
  const [row] = await tx.rows(sql<KeptUpload>`
    select id, connection_id as "connectionId", created_at as "createdAt", summary from upload where school_id = ${tx.schoolId} and id = ${id}`)
  return row
}

/** Whether an upload is still kept (7 days, D31). */
export async function isUploadKept(tx: SchoolTx, id: string): Promise<boolean> {
  return (await findUpload(tx, id)) !== undefined
}
