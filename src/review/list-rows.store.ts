import { type RawBuilder, sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { foldedWords, isUuid } from '../kernel/index.ts'
import type { PersonKind } from '../roster/index.ts'
import { ROW_COLUMNS } from './review-rows.store.ts'
import { beside, firstKey, inOrder, markOf, readPlace, type SortOrder } from './row-place.store.ts'
import type { ShownDecision, StoredRow } from './shown-row.ts'

/** Which rows a list shows. */
export interface RowFilters {
  readonly kind: PersonKind
  readonly filter:
    | 'needs_decision'
    | 'not_matched'
    | 'new'
    | 'may_match'
    | 'matched'
    | 'synced'
    | 'desynced'
    | 'errors'
    | 'left_out'
    | 'all'
  readonly q?: string | undefined
  readonly yearGroup?: string | undefined
  readonly registrationClass?: string | undefined
}

/** Which part of a list to read: from an offset, or beside a place that was marked in it. */
export interface RowPart {
  readonly sort: SortOrder
  readonly limit: number
  /** Where there is no mark, or nothing is left of what it marks. */
  readonly offset: number
  readonly beside?: { readonly side: 'after' | 'before'; readonly mark: string } | undefined
}

/** A part of a run's rows. */
export interface ListedRows {
  readonly rows: readonly StoredRow[]
  /** How many the filter shows in all, and how many of them come before these. */
  readonly total: number
  readonly offset: number
  /** Where these begin and end, as `beside` takes it; null: there are none. */
  readonly marks: { readonly first: string; readonly last: string } | null
}

/** How many rows mark a place. */
const MARKING = 3

/** A page of a run's rows. Beside a mark nobody is missed or shown twice, whoever leaves the filter. Null: the mark is none. */
export async function listRows(tx: SchoolTx, runId: string, it: RowFilters & RowPart): Promise<ListedRows | null> {
  const { sort: order, limit } = it
  const place = it.beside === undefined ? undefined : await readPlace(tx, runId, { order, mark: it.beside.mark })
  if (place === null) return null
  const side = place === undefined ? 'after' : (it.beside?.side ?? 'after')
  const shown = sql`${ofRun(tx, runId)} and ${matching(it)}`
  const part = place === undefined ? sql`true` : beside(place, side)
  const read = await tx.rows(sql<StoredRow & { readonly firstKey: string | number | null }>`
    select ${ROW_COLUMNS}, ${firstKey(order)} as "firstKey" from review_row
    where ${shown} and ${part} order by ${inOrder(order, side)} offset ${place === undefined ? it.offset : 0} limit ${limit}`)
  const [counted] = await tx.rows(sql<{ readonly total: number; readonly inPart: number }>`
    select count(*)::integer as total, (count(*) filter (where ${part}))::integer as "inPart" from review_row where ${shown}`)
  const { total, inPart } = counted ?? { total: 0, inPart: 0 }
  const marked = side === 'before' ? read.toReversed() : read
  return {
    rows: marked.map(({ firstKey: _, ...row }) => row),
    total,
    offset: place === undefined ? it.offset : side === 'after' ? total - inPart : inPart - read.length,
    marks:
      marked.length === 0
        ? null
        : {
            first: markOf(runId, order, marked.slice(0, MARKING)),
            last: markOf(runId, order, marked.slice(-MARKING).toReversed()),
          },
  }
}

/** All rows that a filter shows. */
export async function filteredRows(tx: SchoolTx, runId: string, it: RowFilters): Promise<readonly StoredRow[]> {
  return tx.rows(sql<StoredRow>`select ${ROW_COLUMNS} from review_row where ${ofRun(tx, runId)} and ${matching(it)} order by row_id`)
}

/** These rows of a run, those that there are. */
export async function rowsById(tx: SchoolTx, runId: string, ids: readonly string[]): Promise<readonly StoredRow[]> {
  return tx.rows(sql<StoredRow>`
    select ${ROW_COLUMNS} from review_row where ${ofRun(tx, runId)} and row_id = any(${ids.filter(isUuid)}::uuid[]) order by row_id`)
}

/** Who stands in which row, of one kind of people: all that ranking them takes. */
export type RowPlace = Pick<StoredRow, 'rowId' | 'personId' | 'sourceId' | 'status'>

export async function placesOf(tx: SchoolTx, runId: string, kind: PersonKind): Promise<readonly RowPlace[]> {
  return tx.rows(sql<RowPlace>`
    select row_id as "rowId", person_id as "personId", source_id as "sourceId", status
    from review_row where ${ofRun(tx, runId)} and kind = ${kind}`)
}

/** The row in which a record of one side stands; undefined: in none. */
export async function rowOfRecord(
  tx: SchoolTx,
  runId: string,
  { kind, side, id }: { readonly kind: PersonKind; readonly side: 'directory' | 'source'; readonly id: string },
): Promise<StoredRow | undefined> {
  const isRecord = side === 'source' ? sql`source_id = ${id}` : sql`person_id::text = ${id}`
  const [row] = await tx.rows(sql<StoredRow>`
    select ${ROW_COLUMNS} from review_row where ${ofRun(tx, runId)} and kind = ${kind} and ${isRecord} limit 1`)
  return row
}

/** All counters of one kind of people. */
export interface RowCounters {
  readonly filters: Readonly<Record<RowFilters['filter'], number>>
  readonly importing: number
  readonly emails: number
  readonly yearGroups: readonly { readonly name: string; readonly count: number }[]
  readonly registrationClasses: readonly { readonly name: string; readonly count: number }[]
}

const COUNTED = ['needs_decision', 'not_matched', 'new', 'may_match', 'matched', 'synced', 'desynced', 'errors', 'left_out', 'all'] as const

/** Counts a run's rows: each filter with the search, year group and class of the caller, whatever filter they are on. */
export async function countRows(tx: SchoolTx, runId: string, it: RowFilters): Promise<RowCounters> {
  const where = sql`${ofRun(tx, runId)} and ${matching({ ...it, filter: 'all' })}`
  const columns = sql.join(COUNTED.map((filter) => sql`count(*) filter (where ${FILTERS[filter]})::integer as ${sql.ref(filter)}`))
  const [counts] = await tx.rows(sql<Record<RowFilters['filter'], number> & { importing: number; emails: number }>`
    select ${columns}, count(*) filter (where status = 'new' and will_import)::integer as importing,
      count(*) filter (where sync_email)::integer as emails from review_row where ${where}`)
  if (counts === undefined) throw new Error('A count gave no row.')
  const { importing, emails, ...filters } = counts
  const named = async (column: 'year_group' | 'class_name') => {
    const found = await tx.rows(sql<{ name: string; count: number; position: number | null }>`
      select ${sql.ref(column)} as name, count(*)::integer as count,
        (select min(y.position) from year_group y where y.school_id = ${tx.schoolId} and y.name = ${sql.ref(column)}) as position
      from review_row where ${ofRun(tx, runId)} and kind = ${it.kind} and ${sql.ref(column)} is not null group by 1`)
    return [...found].sort(fromTheYoungest).map(({ name, count }) => ({ name, count }))
  }
  return { filters, importing, emails, yearGroups: await named('year_group'), registrationClasses: await named('class_name') }
}

/** Year groups from the youngest, as far as we hold them; all else by name, 7A before 10A. */
function fromTheYoungest(a: { name: string; position: number | null }, b: { name: string; position: number | null }): number {
  if (a.position !== null && b.position !== null && a.position !== b.position) return a.position - b.position
  return a.name.localeCompare(b.name, 'en', { numeric: true })
}

/** Of these rows, those that changed after `version`, with who decided and when. */
export async function changedSince(
  tx: SchoolTx,
  runId: string,
  seen: { readonly ids: readonly string[]; readonly version: number },
): Promise<readonly { readonly rowId: string; readonly decided: ShownDecision | null }[]> {
  return tx.rows(sql<{ rowId: string; decided: ShownDecision | null }>`
    select row_id as "rowId", decided from review_row
    where ${ofRun(tx, runId)} and row_id = any(${seen.ids.filter(isUuid)}::uuid[]) and version > ${seen.version} order by row_id`)
}

/** How many people of these kinds need a decision. */
export async function countUndecided(tx: SchoolTx, runId: string, kinds: readonly PersonKind[]): Promise<number> {
  const [row] = await tx.rows(sql<{ count: number }>`
    select count(*)::integer as count from review_row where ${ofRun(tx, runId)} and kind = any(${[...kinds]}) and ${FILTERS.needs_decision}`)
  return row?.count ?? 0
}

/** How many people that needed a decision have one, by what was said in this run. */
export async function countDecided(tx: SchoolTx, runId: string, kind: PersonKind): Promise<number> {
  const [row] = await tx.rows(sql<{ count: number }>`
    select count(distinct source_id)::integer as count from decision
    where school_id = ${tx.schoolId} and run_id = ${runId} and source_kind = ${kind} and ended_at is null and kind in ('match', 'unmatch')`)
  return row?.count ?? 0
}

function ofRun(tx: SchoolTx, runId: string): RawBuilder<unknown> {
  return sql`school_id = ${tx.schoolId} and run_id = ${runId}`
}

const FILTERS: Readonly<Record<RowFilters['filter'], RawBuilder<unknown>>> = {
  needs_decision: sql`needs_decision`,
  not_matched: sql`status = 'not_matched'`,
  new: sql`status = 'new'`,
  may_match: sql`status = 'may_match'`,
  matched: sql`status = 'matched'`,
  synced: sql`status = 'synced'`,
  desynced: sql`status = 'desynced'`,
  errors: sql`left_out is not null`,
  left_out: sql`left_out is null and not will_import and status in ('new', 'matched')`,
  all: sql`true`,
}

function matching({ kind, filter, q = '', yearGroup, registrationClass }: RowFilters): RawBuilder<unknown> {
  const words = foldedWords(q)
  const conditions = [
    sql`kind = ${kind}`,
    FILTERS[filter],
    // signs alone are in nothing that is searched
    ...(words.length === 0 && q.trim() !== '' ? [sql`false`] : []),
    ...words.map((word) => sql`strpos(search, ${word}) > 0`),
    ...(yearGroup === undefined ? [] : [sql`year_group = ${yearGroup}`]),
    ...(registrationClass === undefined ? [] : [sql`class_name = ${registrationClass}`]),
  ]
  return sql.join(conditions, sql` and `)
}
