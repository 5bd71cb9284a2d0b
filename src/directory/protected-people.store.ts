import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** Why a person is protected, and on whose word. */
export interface Protection {
  readonly reason: string
  readonly actor: string
  readonly at: Date
}

/** Everybody who is protected. */
export async function readProtectedPeople(tx: SchoolTx): Promise<ReadonlySet<string>> {
  const rows = await tx.rows(sql<{ person: string }>`select person_id as person from protected_person where school_id = ${tx.schoolId}`)
  return new Set(rows.map((it) => it.person))
}

/** Why a person is protected; undefined: they are not. */
export async function readProtection(tx: SchoolTx, personId: string): Promise<Protection | undefined> {
  const [row] = await tx.rows(sql<Protection>`
    select reason, actor, at from protected_person where school_id = ${tx.schoolId} and person_id = ${personId}`)
  return row
}

/** Protects a person, in place of an earlier word. */
export async function writeProtection(tx: SchoolTx, personId: string, { reason, actor, at }: Protection): Promise<void> {
  await tx.rows(sql`
    insert into protected_person (school_id, person_id, reason, actor, at)
    values (${tx.schoolId}, ${personId}, ${reason}, ${actor}, ${at})
    on conflict (school_id, person_id) do update set reason = excluded.reason, actor = excluded.actor, at = excluded.at`)
}

/** Protects a person no more; whether they were. */
export async function endProtection(tx: SchoolTx, personId: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    delete from protected_person where school_id = ${tx.schoolId} and person_id = ${personId} returning person_id`)
  return rows.length > 0
}
