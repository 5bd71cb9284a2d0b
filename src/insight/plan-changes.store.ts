import { type RawBuilder, sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { foldedWords, type ProblemCode } from '../kernel/index.ts'
import type { Change } from '../plans/index.ts'
import { LEFT_AS_IT_IS } from './plan-counts.store.ts'

/** A page of what stands behind a line. */
export interface ChangeQuery {
  readonly runId: string
  /** Such as `pupil.update`; undefined: everything that is written. */
  readonly line: string | undefined
  readonly q: string | undefined
  readonly recordKind?: Change['recordKind'] | undefined
  /** Keys of the changes that are meant; undefined: all of them. */
  readonly keys?: readonly string[] | undefined
  readonly isCounted?: boolean
  readonly offset: number
  readonly limit: number
}

/** A change of a plan, and what its record is called. */
export type NamedChange = Change & { readonly name: string }

const PLANNED_NAME = sql`coalesce(
  nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.username, k.name, y.name,
  nullif(concat_ws(' ', c.after -> 'fields' ->> 'firstName', c.after -> 'fields' ->> 'lastName'), ''),
  c.after -> 'fields' ->> 'username', c.after -> 'fields' ->> 'name', '')`

/** The changes behind a line of a plan, by name. */
export async function listPlanChanges(
  tx: SchoolTx,
  { runId, line, q, recordKind, keys, isCounted = false, offset, limit }: ChangeQuery,
): Promise<{ readonly items: readonly NamedChange[]; readonly total: number }> {
  const rows = await tx.rows(sql<NamedChange & { readonly total: number }>`
    select key, record_kind as "recordKind", population, operation, record_id as "recordId", source, before, after, reason, name,
      (count(*) over ())::integer as total
    from (
      select c.*, ${PLANNED_NAME} as name from plan_change c
      left join person p on p.school_id = c.school_id and p.id = case c.record_kind when 'person' then c.record_id::uuid end
      left join class k on k.school_id = c.school_id and k.id = case c.record_kind when 'class' then c.record_id::uuid end
      left join year_group y on y.school_id = c.school_id and c.record_kind = 'year_group' and y.code = c.record_id
      where c.school_id = ${tx.schoolId} and c.run_id = ${runId} and (c.is_counted or not ${isCounted})
        and (${recordKind ?? null}::text is null or c.record_kind = ${recordKind ?? null}::text) and (${keys === undefined} or c.key = any(${[...(keys ?? [])]}))
    ) c
    where ${line === undefined ? sql`true` : sql`population || '.' || operation = ${line}`} and ${containing(sql`name`, q)}
    order by lower(name), key offset ${offset} limit ${limit}`)
  return { items: rows.map(({ total: _, ...it }) => it), total: rows[0]?.total ?? 0 }
}

/** Somebody whom the plan leaves as they are. */
export interface LeftAsItIs {
  readonly rowId: string
  readonly personId: string | null
  readonly name: string
  /** The problem for which the sync leaves them out. */
  readonly leftOut: ProblemCode | null
  /** The year group as the MIS spells it, which the words of some problems name. */
  readonly value: string | null
}

/** The people behind a line of those whom a plan leaves as they are, by name. */
export async function listLeftAsTheyAre(
  tx: SchoolTx,
  { runId, line, q, offset, limit }: ChangeQuery & { readonly line: string },
): Promise<{ readonly items: readonly LeftAsItIs[]; readonly total: number }> {
  const [population = '', act = ''] = line.split('.')
  const rows = await tx.rows(sql<LeftAsItIs & { readonly total: number }>`
    select row_id as "rowId", person_id as "personId", coalesce(here ->> 'name', there ->> 'name', '') as name, left_out as "leftOut",
      there ->> 'yearGroup' as value,
      (count(*) over ())::integer as total
    from (select r.*, ${LEFT_AS_IT_IS} as act from review_row r where r.school_id = ${tx.schoolId} and r.run_id = ${runId} and r.kind = ${population}) it
    where act = ${act} and ${containing(sql`search`, q)} order by sort_name, row_id offset ${offset} limit ${limit}`)
  return { items: rows.map(({ total: _, ...it }) => it), total: rows[0]?.total ?? 0 }
}

function containing(column: RawBuilder<unknown>, q: string | undefined): RawBuilder<unknown> {
  const words = foldedWords(q ?? '')
  return words.length === 0
    ? sql`true`
    : sql.join(
        words.map((word) => sql`strpos(lower(${column}), ${word}) > 0`),
        sql` and `,
      )
}
