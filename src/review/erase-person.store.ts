import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { Traces } from '../roster/index.ts'

/** Removes what reviews showed and people said of somebody. Gives how many rows went. */
export async function erasePerson(tx: SchoolTx, { people, sources, sourceKeys }: Traces): Promise<number> {
  const here = sql`school_id = ${tx.schoolId}`
  const ofSource = sql`connection_id::text || ' ' || source_kind || ' ' || source_id = any(${sourceKeys})`
  const kindAndId = sources.map((it) => `${it.kind} ${it.id}`)
  const [gone] = await tx.rows(sql<{ count: number }>`
    with rows_shown as (
      delete from review_row where ${here} and (person_id::text = any(${people}) or kind || ' ' || source_id = any(${kindAndId})) returning 1
    ), decisions as (
      delete from decision where ${here} and (record_id = any(${people}) or ${ofSource}) returning 1
    ), vetoes as (
      delete from veto where ${here} and (person_id::text = any(${people}) or ${ofSource}) returning 1
    ), doubts as (
      delete from doubt where ${here} and ${ofSource} returning 1
    ), pairs as (
      delete from not_same where ${here} and (one::text = any(${people}) or other::text = any(${people})) returning 1
    )
    select ((select count(*) from rows_shown) + (select count(*) from decisions) + (select count(*) from vetoes) +
      (select count(*) from doubts) + (select count(*) from pairs))::integer as count`)
  return gone?.count ?? 0
}
