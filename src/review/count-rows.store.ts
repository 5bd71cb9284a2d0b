import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { PersonKind } from '../roster/index.ts'
import { FILTERS, matching, ofRun, type RowFilters } from './row-filters.store.ts'
import type { Touch } from './touches.ts'

/** All counters of one kind of people. */
export interface RowCounters {
  readonly filters: Readonly<Record<RowFilters['filter'], number>>
  readonly importable: number
  readonly importing: number
  readonly emails: number
  /** Desynced, and nobody need wonder why. */
  readonly expected: number
  /** Of the whole kind, whatever is searched for, as are those below. */
  readonly reasons: readonly { readonly code: string; readonly count: number }[]
  readonly touches: readonly { readonly code: Touch; readonly count: number }[]
  /** Rows of the filter with an address to tick, and those of them that are in doubt. */
  readonly addresses: number
  readonly doubtfulAddresses: number
  readonly yearGroups: readonly { readonly name: string; readonly count: number }[]
  readonly registrationClasses: readonly { readonly name: string; readonly count: number }[]
}

type PeopleCounts = Pick<RowCounters, 'importable' | 'importing' | 'emails' | 'expected' | 'addresses' | 'doubtfulAddresses'>

/** Counts a run's rows: each filter with the search, year group and class of the caller, whatever filter they are on. */
export async function countRows(tx: SchoolTx, runId: string, it: RowFilters): Promise<RowCounters> {
  const where = sql`${ofRun(tx, runId)} and ${matching({ ...it, filter: 'all', expected: 'show' })}`
  const columns = sql.join(
    Object.entries(FILTERS).map(([filter, test]) => sql`count(*) filter (where ${test})::integer as ${sql.ref(filter)}`),
  )
  const [counts] = await tx.rows(sql<Record<RowFilters['filter'], number> & PeopleCounts>`
    select ${columns}, count(*) filter (where status = 'new' and left_out is null and set_aside is null and reason is distinct from 'double')::integer as importable,
      count(*) filter (where status = 'new' and will_import)::integer as importing,
      count(*) filter (where sync_email)::integer as emails, count(*) filter (where is_expected)::integer as expected,
      count(*) filter (where sync_email is not null and ${FILTERS[it.filter]})::integer as addresses,
      count(*) filter (where email_doubt is not null and ${FILTERS[it.filter]})::integer as "doubtfulAddresses"
    from review_row where ${where}`)
  if (counts === undefined) throw new Error('A count gave no row.')
  const { importable, importing, emails, expected, addresses, doubtfulAddresses, ...filters } = counts
  const named = async (column: 'year_group' | 'class_name') => {
    const found = await tx.rows(sql<{ name: string; count: number; position: number | null }>`
      select ${sql.ref(column)} as name, count(*)::integer as count,
        (select min(y.position) from year_group y where y.school_id = ${tx.schoolId} and y.name = ${sql.ref(column)}) as position
      from review_row where ${ofRun(tx, runId)} and kind = ${it.kind} and ${sql.ref(column)} is not null group by 1`)
    return [...found].sort(fromTheYoungest).map(({ name, count }) => ({ name, count }))
  }
  const groups = { yearGroups: await named('year_group'), registrationClasses: await named('class_name') }
  const people = { importable, importing, emails, expected, addresses, doubtfulAddresses }
  return { filters, ...people, ...groups, ...(await countGrounds(tx, runId, it.kind)) }
}

/** Why rows of a kind stand where they do, and what a sync would change of them, the most frequent first. */
async function countGrounds(tx: SchoolTx, runId: string, kind: PersonKind): Promise<Pick<RowCounters, 'reasons' | 'touches'>> {
  const reasons = await tx.rows(sql<{ code: string; count: number }>`
    select ground as code, count(*)::integer as count from review_row
    where ${ofRun(tx, runId)} and kind = ${kind} and ground is not null group by 1 order by 2 desc, 1`)
  const touches = await tx.rows(sql<{ code: Touch; count: number }>`
    select t.code, count(*)::integer as count from review_row, jsonb_array_elements_text(touches) as t(code)
    where ${ofRun(tx, runId)} and kind = ${kind} group by 1 order by 2 desc, 1`)
  return { reasons, touches }
}

/** Year groups from the youngest, as far as we hold them; all else by name, 7A before 10A. */
function fromTheYoungest(a: { name: string; position: number | null }, b: { name: string; position: number | null }): number {
  if (a.position !== null && b.position !== null && a.position !== b.position) return a.position - b.position
  return a.name.localeCompare(b.name, 'en', { numeric: true })
}

/** How many pairs of these kinds of people nobody has decided about (D11). */
export async function countUndecided(tx: SchoolTx, runId: string, kinds: readonly PersonKind[]): Promise<number> {
  const [row] = await tx.rows(sql<{ count: number }>`
    select count(*)::integer as count from review_row where ${ofRun(tx, runId)} and kind = any(${[...kinds]}) and ${FILTERS.needs_decision} and status = 'may_match'`)
  return row?.count ?? 0
}

/** How many people that needed a decision have one, by what was said in this run. */
export async function countDecided(tx: SchoolTx, runId: string, kind: PersonKind): Promise<number> {
  const [row] = await tx.rows(sql<{ count: number }>`
    select count(distinct source_id)::integer as count from decision
    where school_id = ${tx.schoolId} and run_id = ${runId} and source_kind = ${kind} and ended_at is null and (kind in ('match', 'unmatch')
      or (kind in ('import', 'leave_out', 'never_import') and source_id in (
        select source_id from review_row where ${ofRun(tx, runId)} and kind = ${kind} and double is not null)))`)
  return row?.count ?? 0
}
