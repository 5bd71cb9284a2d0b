import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { isUuid } from '../kernel/index.ts'
import type { PersonKind } from '../roster/index.ts'
import { ROW_COLUMNS } from './review-rows.store.ts'
import { matching, ofRun, type RowFilters } from './row-filters.store.ts'
import { beside, firstKey, inOrder, markOf, readPlace, type SortOrder } from './row-place.store.ts'
import type { ShownDecision, StoredRow } from './shown-row.ts'

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

/** The first rows that a search finds by a name, of those with a record on one side. */
export async function firstNamed(
  tx: SchoolTx,
  runId: string,
  it: { readonly kind: PersonKind; readonly q: string; readonly side: 'here' | 'mis'; readonly limit: number },
): Promise<readonly StoredRow[]> {
  const hasRecord = it.side === 'here' ? sql`person_id is not null` : sql`source_id is not null`
  return tx.rows(sql<StoredRow>`
    select ${ROW_COLUMNS} from review_row
    where ${ofRun(tx, runId)} and ${matching({ kind: it.kind, filter: 'all', q: it.q })} and ${hasRecord}
    order by sort_name, row_id limit ${it.limit}`)
}

/** These rows of a run, those that there are. */
export async function rowsById(tx: SchoolTx, runId: string, ids: readonly string[]): Promise<readonly StoredRow[]> {
  return tx.rows(sql<StoredRow>`
    select ${ROW_COLUMNS} from review_row where ${ofRun(tx, runId)} and row_id = any(${ids.filter(isUuid)}::uuid[]) order by row_id`)
}

/** Rows that wait for a decision and have exactly this evidence, the first of them, and how many there are. */
export async function alikeRows(
  tx: SchoolTx,
  runId: string,
  { pattern, limit }: { readonly pattern: string; readonly limit: number },
): Promise<{ readonly rows: readonly StoredRow[]; readonly total: number }> {
  const alike = sql`${ofRun(tx, runId)} and pattern = ${pattern} and needs_decision`
  const rows = await tx.rows(sql<StoredRow>`select ${ROW_COLUMNS} from review_row where ${alike} order by sort_name, row_id limit ${limit}`)
  const [counted] = await tx.rows(sql<{ total: number }>`select count(*)::integer as total from review_row where ${alike}`)
  return { rows, total: counted?.total ?? 0 }
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
