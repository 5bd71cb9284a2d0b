import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { ProblemCode } from '../kernel/index.ts'
import { kindsOf } from '../plans/index.ts'
import type { Run } from '../runs/index.ts'

/** People whom a review cannot take in for one and the same reason. */
export interface LeftOutByCause {
  readonly code: ProblemCode
  readonly population: 'pupil' | 'staff'
  /** A year group as the MIS spells it, where that is the cause. */
  readonly value: string | null
  readonly count: number
  /** What they are called, with the class they stand in: enough for an office to find them. The first ones, by name. */
  readonly people: readonly { readonly name: string; readonly className: string | null }[]
}

/** So many people are named for each cause; the others are counted. */
const NAMED_MAX = 50

/** Whom a run's review leaves out because of errors, by cause, the commonest first. */
export async function listLeftOutByCause(tx: SchoolTx, { id, scope }: Run): Promise<readonly LeftOutByCause[]> {
  return tx.rows(sql<LeftOutByCause>`
    select left_out as code, kind as population, value, count(*)::integer as count,
      jsonb_agg(jsonb_build_object('name', coalesce(there ->> 'name', here ->> 'name', ''), 'className', class_name) order by sort_name, row_id)
        filter (where place <= ${NAMED_MAX}) as people
    from (
      select r.*, row_number() over (partition by left_out, kind order by sort_name, row_id) as place,
        case left_out when 'pupil.year_group_unmapped' then there ->> 'yearGroup' end as value from review_row r
      where r.school_id = ${tx.schoolId} and r.run_id = ${id} and r.left_out is not null and r.kind = any(${[...kindsOf({ scope })]})
    ) r group by left_out, kind, value order by count(*) desc, left_out, kind, value`)
}
