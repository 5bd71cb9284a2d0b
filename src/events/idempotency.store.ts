import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Traces } from '../roster/index.ts'

/** A request that must be carried out once: whose, under which key, and a digest of what it asks. */
export interface OnceRequest {
  readonly actor: string
  readonly key: string
  readonly digest: Uint8Array
}

/** What is known of a request under its key. */
export interface KnownRequest {
  readonly isSame: boolean
  /** Null while it is being answered. */
  readonly status: number | null
  /** JSON, as it was sent. */
  readonly answer: string | null
}

const KEPT_HOURS = 24
/** Who has not answered after this time has crashed: whoever answers says so every third of it. */
export const CRASHED_SECONDS = 60

/**
 * Takes the key for this request. Null: it is the caller's to answer. Otherwise what is known of the request that has it. A
 * request that was never answered, because the process ended, may be taken over by the same request.
 */
export async function takeKey(tx: SchoolTx, { actor, key, digest }: OnceRequest, now: Date): Promise<KnownRequest | null> {
  await tx.rows(sql`
    delete from idempotency_key where school_id = ${tx.schoolId} and created_at < ${now}::timestamptz - make_interval(hours => ${KEPT_HOURS})`)
  const taken = await tx.rows(sql`
    insert into idempotency_key as it (school_id, actor, key, request_hash, created_at)
    values (${tx.schoolId}, ${actor}, ${key}, ${Buffer.from(digest)}, ${now})
    on conflict (school_id, actor, key) do update set created_at = excluded.created_at
      where it.status is null and it.request_hash = excluded.request_hash
        and it.created_at < ${now}::timestamptz - make_interval(secs => ${CRASHED_SECONDS})
    returning 1 as one`)
  if (taken.length > 0) return null
  const [known] = await tx.rows(sql<KnownRequest>`
    select request_hash = ${Buffer.from(digest)} as "isSame", status, answer from idempotency_key
    where school_id = ${tx.schoolId} and actor = ${actor} and key = ${key}`)
  return known ?? { isSame: true, status: null, answer: null } // given up between the two statements: try again later
}

/** Says that the request is still being answered. */
export async function keepKey(tx: SchoolTx, { actor, key }: OnceRequest, now: Date): Promise<void> {
  await tx.rows(sql`
    update idempotency_key set created_at = ${now}
    where school_id = ${tx.schoolId} and actor = ${actor} and key = ${key} and status is null`)
}

/** Keeps the answer for who asks again. */
export async function storeAnswer(
  tx: SchoolTx,
  { actor, key }: OnceRequest,
  { status, body }: { readonly status: number; readonly body: unknown },
): Promise<void> {
  await tx.rows(sql`
    update idempotency_key set status = ${status}, answer = ${JSON.stringify(body)}
    where school_id = ${tx.schoolId} and actor = ${actor} and key = ${key}`)
}

/** Gives the key up, so that the same request may be tried again. */
export async function dropKey(tx: SchoolTx, { actor, key }: OnceRequest): Promise<void> {
  await tx.rows(sql`delete from idempotency_key where school_id = ${tx.schoolId} and actor = ${actor} and key = ${key} and status is null`)
}

/** Forgets answers that speak of somebody: who asks again is carried out again. Gives how many. */
export async function erasePerson(tx: SchoolTx, { people, sources, texts }: Traces): Promise<number> {
  const telling = [...people, ...texts, ...sources.map((it) => JSON.stringify(it.id))]
  const gone = await tx.rows(sql`
    delete from idempotency_key k using unnest(${telling}::text[]) as t(telling)
    where k.school_id = ${tx.schoolId} and position(t.telling in k.answer) > 0 returning 1`)
  return gone.length
}
