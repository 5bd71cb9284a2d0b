import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { isUuid } from '../kernel/index.ts'

/** Orders of a list. */
export type RowSort = 'review' | 'name' | 'year_group' | 'class' | 'status'

/** An order, turned round by a minus before it. */
export type SortOrder = RowSort | `-${RowSort}`

type Column = 'need' | 'status' | 'year_group' | 'class_name' | 'sort_name'
type Value = string | number | null

const ORDERS: Readonly<Record<RowSort, readonly Column[]>> = {
  review: ['need', 'sort_name'],
  name: ['sort_name'],
  year_group: ['year_group', 'sort_name'],
  class: ['class_name', 'sort_name'],
  status: ['status', 'sort_name'],
}

/** Where a row stood in an order, and what it was ordered by. */
export interface RowPlace {
  readonly rowId: string
  readonly order: SortOrder
  readonly values: readonly { readonly column: Column; readonly value: Value }[]
}

/** What a row is ordered by first, as `firstKey` selects it. */
export interface MarkedRow {
  readonly rowId: string
  readonly firstKey: Value
}

/** Selects what a mark needs to know of a row. */
export function firstKey(order: SortOrder): RawBuilder<unknown> {
  const [first = 'sort_name'] = columnsOf(order)
  return first === 'sort_name' ? sql`null` : sql.ref(first)
}

/**
 * Marks a place by the rows at it, the nearest first: one may be gone when the mark is used. A mark names nobody. What a decision
 * changes of a row's order stands in it, as a digest where it is about the person; the name is looked up again.
 */
export function markOf(runId: string, order: SortOrder, rows: readonly MarkedRow[]): string {
  return [order, ...rows.map(({ rowId, firstKey: key }) => `${rowId}.${keptKey(runId, order, key)}`)].join('~')
}

/** The place of the nearest row that is still there. Undefined: none is. Null: it is no mark in this order. */
export async function readPlace(
  tx: SchoolTx,
  runId: string,
  { order, mark }: { readonly order: SortOrder; readonly mark: string },
): Promise<RowPlace | undefined | null> {
  const [marked, ...parts] = mark.split('~')
  const rows = parts
    .map((it) => /^([0-9a-f-]{36})\.(\w*)$/.exec(it))
    .flatMap((it) => (it === null ? [] : [{ id: it[1] ?? '', kept: it[2] ?? '' }]))
  if (marked !== order || rows.length === 0 || rows.length !== parts.length || !rows.every(({ id }) => isUuid(id))) return null
  const found = await tx.rows(sql<{ readonly rowId: string } & Readonly<Record<Column, Value>>>`
    select row_id as "rowId", need, status, year_group, class_name, sort_name from review_row
    where school_id = ${tx.schoolId} and run_id = ${runId} and row_id = any(${rows.map(({ id }) => id)}::uuid[])`)
  for (const { id, kept } of rows) {
    const row = found.find((it) => it.rowId === id)
    if (row === undefined) continue
    const [first = 'sort_name', ...others] = columnsOf(order)
    const then = await valueThen(tx, { runId, order, column: first, now: row[first], kept })
    return { rowId: id, order, values: [{ column: first, value: then }, ...others.map((column) => ({ column, value: row[column] }))] }
  }
  return undefined
}

/** What comes behind a place in its order, or before it. */
export function beside({ rowId, order, values }: RowPlace, side: 'after' | 'before'): RawBuilder<unknown> {
  const isUpwards = (side === 'after') !== order.startsWith('-')
  const further = (column: Column, value: Value): RawBuilder<unknown> => {
    const ref = sql.ref(column)
    // who has no value comes last in every order
    if (value === null) return side === 'after' ? sql`false` : sql`${ref} is not null`
    const isFurther = isUpwards ? sql`${ref} > ${value}` : sql`${ref} < ${value}`
    return side === 'after' ? sql`(${isFurther} or ${ref} is null)` : isFurther
  }
  const byId = side === 'after' ? sql`row_id > ${rowId}::uuid` : sql`row_id < ${rowId}::uuid`
  return values.reduceRight((rest, { column, value }) => {
    const same = value === null ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = ${value}`
    return sql`(${further(column, value)} or (${same} and ${rest}))`
  }, byId)
}

/** Rows in an order; `before`: from its end. */
export function inOrder(order: SortOrder, side: 'after' | 'before' = 'after'): RawBuilder<unknown> {
  const direction = (side === 'before') === order.startsWith('-') ? sql`asc` : sql`desc`
  const nulls = side === 'before' ? sql`nulls first` : sql`nulls last`
  const columns = columnsOf(order).map((column) => sql`${sql.ref(column)} ${direction} ${nulls}`)
  return sql`${sql.join(columns)}, row_id ${side === 'before' ? sql`desc` : sql`asc`}`
}

function columnsOf(order: SortOrder): readonly Column[] {
  // an order is the name of a sort, or that with a minus: the part after the minus is a name
  return ORDERS[order.replace('-', '') as RowSort]
}

function keptKey(runId: string, order: SortOrder, key: Value): string {
  if (key === null) return ''
  if (order.endsWith('year_group') || order.endsWith('class')) return digestOf(runId, key)
  return String(key)
}

/** What a row was ordered by when the mark was made: by what it says itself, or by finding its digest among what there is. */
async function valueThen(
  tx: SchoolTx,
  { runId, order, column, now, kept }: { runId: string; order: SortOrder; column: Column; now: Value; kept: string },
): Promise<Value> {
  if (column === 'sort_name' || keptKey(runId, order, now) === kept) return now
  if (kept === '') return null
  if (column === 'need') return /^\d$/.test(kept) ? Number(kept) : now
  if (column === 'status') return kept
  const values = await tx.rows(sql<{ readonly value: string }>`
    select distinct ${sql.ref(column)} as value from review_row
    where school_id = ${tx.schoolId} and run_id = ${runId} and ${sql.ref(column)} is not null`)
  return values.find(({ value }) => digestOf(runId, value) === kept)?.value ?? now
}

function digestOf(runId: string, value: Value): string {
  return createHash('sha256').update(`${runId} ${value}`).digest('hex').slice(0, 16)
}
