import type { RouteQuery, RowFilter } from '../../../../src/contract/index.ts'
import { readChoice, readPage, readText, type SearchTexts } from '../../../api/search-params.ts'

/** Which run a page is about: the one named, else the one that is open. */
export interface RunSearch {
  readonly run?: string
}

/** How a review table is filtered, sorted and paged, as it stands in the address. */
export interface ReviewSearch extends RunSearch {
  readonly show?: RowFilter
  readonly q?: string
  readonly year?: string
  readonly class?: string
  /** Why rows stand where they do: a code of `reason`. */
  readonly reason?: string
  readonly changes?: Touch
  /** Those desynced as expected are shown as well. */
  readonly expected?: 'show'
  readonly sort?: ReviewSort
  readonly page?: number
  /** The row whose details are open. */
  readonly row?: string
}

/** A kind of details that a sync changes. */
export type Touch = NonNullable<NonNullable<RouteQuery<'runs.rows'>>['touches']>

const TOUCHES = ['name', 'birth_date', 'year_group', 'class', 'email', 'id', 'other', 'nothing'] as const satisfies readonly Touch[]

/** Orders that a heading of the table can be clicked for. */
export type ReviewSort = NonNullable<NonNullable<RouteQuery<'runs.rows'>>['sort']>

/** The filters of the review, in the order of their chips. */
export const ROW_FILTERS = [
  'needs_decision',
  'worth_a_look',
  'new',
  'may_match',
  'matched',
  'synced',
  'desynced',
  'not_matched',
  'errors',
  'left_out',
  'ignored',
  'doubtful_address',
  'all',
] as const satisfies readonly RowFilter[]

const SORTS = [
  'review',
  'name',
  '-name',
  'year_group',
  '-year_group',
  'class',
  '-class',
  'status',
  '-status',
] as const satisfies readonly ReviewSort[]

/** Reads `?run=`. */
export function readRunSearch(search: SearchTexts): RunSearch {
  const run = readText(search['run'])
  return run === undefined ? {} : { run }
}

/** Reads everything that a review table keeps in the address; what it does not know it leaves away. */
export function readReviewSearch(search: SearchTexts): ReviewSearch {
  const found = {
    show: readChoice(search['show'], ROW_FILTERS),
    q: readText(search['q']),
    year: readText(search['year']),
    class: readText(search['class']),
    reason: readReason(search['reason']),
    changes: readChoice(search['changes'], TOUCHES),
    expected: readChoice(search['expected'], ['show'] as const),
    sort: readChoice(search['sort'], SORTS),
    page: readPage(search['page']),
    row: readId(search['row']),
  }
  return { ...readRunSearch(search), ...withoutNothing(found) }
}

/** Of one row at a time: the rows beside it are those that wait. */
export function readDecideSearch(search: SearchTexts): ReviewSearch {
  return { ...readRunSearch(search), show: 'needs_decision' }
}

/** What the address says after a change: what is set to nothing leaves it, the page is the first and no row open unless said. */
export function changeSearch(
  now: ReviewSearch,
  to: { readonly [Name in keyof ReviewSearch]: ReviewSearch[Name] | undefined },
): ReviewSearch {
  return readReviewSearch({ ...now, page: undefined, row: undefined, ...to })
}

/** Whether a table shows less than its filter: by a search, a year group and the like. */
export function isNarrowed({ q, year, class: registrationClass, reason, changes }: ReviewSearch): boolean {
  return [q, year, registrationClass, reason, changes].some((it) => it !== undefined)
}

/** What clears everything that narrows a table. */
export const NARROWED_BY_NOTHING = { q: undefined, year: undefined, class: undefined, reason: undefined, changes: undefined } as const

function readReason(value: unknown): string | undefined {
  const text = readText(value)
  return text !== undefined && /^[a-z_]{1,40}$/.test(text) ? text : undefined
}

function readId(value: unknown): string | undefined {
  const text = readText(value)
  return text !== undefined && /^[0-9a-f-]{36}$/.test(text) ? text : undefined
}

/** The sort that a click on a heading asks for: its own order, then the other way round, then the usual one. */
export function nextSort(now: ReviewSort | undefined, heading: 'name' | 'year_group' | 'class' | 'status'): ReviewSort | undefined {
  if (now === heading) return `-${heading}`
  return now === `-${heading}` ? undefined : heading
}

type Present<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> }

function withoutNothing<Fields extends object>(fields: Fields): Present<Fields> {
  // only entries without a value are dropped
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>
}
