import type { ReviewRowDetails, RowCountsAnswer, RowFilter } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import type { ReviewSearch } from '../search.ts'

/** The kind of people a table is about. */
export type Kind = ReviewRowDetails['kind']

/** How many rows a page of the table may have. */
export const PAGE_ROWS = [50, 100, 250] as const
const USUAL_PAGE_ROWS = 100
const STORED_PAGE_ROWS = 'muster.review-rows'

/** The first reading since the application was loaded: it may have been begun before its page was there. */
export const FIRST_READING = 1

let readings = 0

/** A reading of its own for whoever opens a table: what was read for somebody else before is not shown again. */
export function nextReading(): number {
  readings += 1
  return readings
}

/** Which rows a table asks for. */
export interface AskedRows {
  readonly params: { readonly school: string; readonly run: string }
  readonly kind: Kind
  readonly search: ReviewSearch
  /** Undefined: it is not known yet, and nothing is asked for. */
  readonly filter: RowFilter | undefined
  readonly pageRows: number
}

/** How a page of rows is read: once for each `reading`, because rows never change by themselves under the cursor. */
export function rowsQuery({ params, kind, search, filter, pageRows }: AskedRows, reading: number) {
  const expected = hidesExpected(search, filter) ? 'hide' : 'show'
  const query = { ...withinOf(kind, search), filter, expected, sort: search.sort, page: search.page, limit: pageRows } as const
  return {
    queryKey: ['runs.rows', { params, query }, reading] as const,
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      call('runs.rows', { params, query: { ...query, filter: filter ?? 'all' }, signal }),
  }
}

/** Those that need a decision where there are some, else all. */
export function usualFilter(counts: RowCountsAnswer): RowFilter {
  return counts.filters.needs_decision > 0 ? 'needs_decision' : 'all'
}

/** What of the address narrows the rows of every filter. */
export function withinOf(kind: Kind, { q, year, class: registrationClass, reason, changes }: ReviewSearch) {
  return { kind, q, yearGroup: year, registrationClass, reason, touches: changes }
}

/** Whether the rows are those desynced without the expected ones: nobody asked to see them, or for one of their reasons. */
export function hidesExpected(search: ReviewSearch, filter: RowFilter | undefined): boolean {
  return filter === 'desynced' && search.expected === undefined && search.reason === undefined
}

/** How many rows a page has on this browser. */
export function storedPageRows(): number {
  return PAGE_ROWS.find((it) => `${it}` === localStorage.getItem(STORED_PAGE_ROWS)) ?? USUAL_PAGE_ROWS
}

/** Keeps how many rows a page has. */
export function keepPageRows(pageRows: number): void {
  localStorage.setItem(STORED_PAGE_ROWS, `${pageRows}`)
}
