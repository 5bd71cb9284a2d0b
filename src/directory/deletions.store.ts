import { sql } from 'kysely'
import type { SchoolTx, Tx } from '../db/index.ts'

/** That somebody waits to be deleted. */
export interface Deletion {
  readonly personId: string
  readonly by: string
  readonly at: Date
  /** The day, by the school's own clock, from which they go for good: `YYYY-MM-DD`. */
  readonly removeOn: string
}

/** Everybody who waits to be deleted. */
export async function readDeletions(tx: SchoolTx): Promise<ReadonlyMap<string, Deletion>> {
  const rows = await tx.rows(sql<Deletion>`
    select person_id as "personId", asked_by as by, asked_at as at, remove_on::text as "removeOn" from person_deletion
    where school_id = ${tx.schoolId}`)
  return new Map(rows.map((it) => [it.personId, it]))
}

/** Says that these people wait to be deleted. Gives of whom that is new. */
export async function writeDeletions(
  tx: SchoolTx,
  people: readonly string[],
  { removeOn, at }: Pick<Deletion, 'removeOn' | 'at'>,
): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    insert into person_deletion (school_id, person_id, asked_by, asked_at, remove_on)
    select school_id, id, ${tx.scope.actor.id}, ${at}, ${removeOn} from person
    where school_id = ${tx.schoolId} and id = any(${[...people]}::uuid[]) and merged_into is null
    on conflict do nothing returning person_id as id`)
  return rows.map((it) => it.id)
}

/** Says that these people do not wait any more. Gives who did. */
export async function endDeletions(tx: SchoolTx, people: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    delete from person_deletion where school_id = ${tx.schoolId} and person_id = any(${[...people]}::uuid[]) returning person_id as id`)
  return rows.map((it) => it.id)
}

/** The same for whoever is synced: they came back before their time had run out. */
export async function endDeletionsOfSynced(tx: SchoolTx): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    delete from person_deletion d using link l
    where d.school_id = ${tx.schoolId} and l.school_id = d.school_id and l.record_kind = 'person' and l.record_id = d.person_id::text
      and l.end_reason is null
    returning d.person_id as id`)
  return rows.map((it) => it.id)
}

/** The schools in which somebody's time may have run out, wherever on earth they are. */
export async function schoolsWithDeletionsUntil(tx: Tx, day: string): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`select distinct school_id as id from person_deletion where remove_on <= ${day}::date`)
  return rows.map((it) => it.id)
}
