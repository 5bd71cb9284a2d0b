import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import type { Traces } from '../../roster/index.ts'

/**
 * Removes the aliases that were learnt from what people said of somebody alone; of the others, only that it was also learnt from
 * them. Before the decisions go. Gives how many rows were changed.
 */
export async function erasePerson(tx: SchoolTx, { people, sourceKeys }: Traces): Promise<number> {
  const said = sql`select id from decision where school_id = ${tx.schoolId} and (record_id = any(${people})
    or concat_ws(' ', connection_id, source_kind, source_id) = any(${sourceKeys}))`
  const gone = await tx.rows(sql`
    delete from alias where school_id = ${tx.schoolId} and decision_ids <> '{}' and decision_ids <@ array(${said}) returning 1`)
  const kept = await tx.rows(sql`
    update alias set decision_ids = array(select unnest(decision_ids) except ${said})
    where school_id = ${tx.schoolId} and decision_ids && array(${said}) returning 1`)
  const versions = await tx.rows(sql`
    with said as (${said})
    update learned_weights w set aliases = coalesce((
      select jsonb_agg(a) from jsonb_array_elements(w.aliases) a
      where exists (select from jsonb_array_elements_text(a -> 'decisionIds') d where d::uuid not in (select id from said))), '[]')
    where school_id = ${tx.schoolId} and exists (
      select from jsonb_array_elements(w.aliases) a, jsonb_array_elements_text(a -> 'decisionIds') d where d::uuid in (select id from said))
    returning 1`)
  return gone.length + kept.length + versions.length
}
