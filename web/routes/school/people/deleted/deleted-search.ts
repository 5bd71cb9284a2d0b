import type { RouteQuery } from '../../../../../src/contract/index.ts'
import { readChoice, readPage, readText, type SearchTexts } from '../../../../api/search-params.ts'

type Query = NonNullable<RouteQuery<'deletions.list'>>

const KINDS = ['pupil', 'staff'] as const
const SORTS = ['name', '-name', 'deleted', '-deleted', 'remove', '-remove'] as const satisfies readonly Query['sort'][]

/** How the list of who is deleted is filtered, sorted and paged, as it stands in the address. */
export interface DeletedSearch {
  readonly kind?: (typeof KINDS)[number]
  readonly q?: string
  readonly sort?: (typeof SORTS)[number]
  readonly page?: number
}

export function readDeletedSearch(search: SearchTexts): DeletedSearch {
  const found = {
    kind: readChoice(search['kind'], KINDS),
    q: readText(search['q']),
    sort: readChoice(search['sort'], SORTS),
    page: readPage(search['page']),
  }
  // only entries without a value are dropped
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as DeletedSearch
}
