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
  readonly sort?: ReviewSort
  readonly page?: number
}

/** Orders that a heading of the table can be clicked for. */
export type ReviewSort = NonNullable<NonNullable<RouteQuery<'runs.rows'>>['sort']>

/** The filters of the review, in the order of their chips. */
export const ROW_FILTERS = [
  'needs_decision',
  'new',
  'may_match',
  'matched',
  'synced',
  'desynced',
  'not_matched',
  'errors',
  'left_out',
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
    sort: readChoice(search['sort'], SORTS),
    page: readPage(search['page']),
  }
  return { ...readRunSearch(search), ...withoutNothing(found) }
}

/** What the address says after a change: what is set to nothing leaves it, and the page is the first unless said. */
export function changeSearch(
  now: ReviewSearch,
  to: { readonly [Name in keyof ReviewSearch]: ReviewSearch[Name] | undefined },
): ReviewSearch {
  return readReviewSearch({ ...now, page: undefined, ...to })
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
