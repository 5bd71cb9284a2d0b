import type { RouteQuery } from '../../../../../src/contract/index.ts'
import { readChoice, readPage, readText, type SearchTexts } from '../../../../api/search-params.ts'

type Query = NonNullable<RouteQuery<'access.list'>>

/** How people can stand to an application, in the order of the tabs; the first is shown where nothing is said. */
export const ACCESS_STATES = ['with', 'without', 'limited', 'pending_deletion'] as const satisfies readonly Query['state'][]
const KINDS = ['pupil', 'staff'] as const
const SORTS = ['name', '-name', 'year_group', '-year_group', 'class', '-class', 'since', '-since'] as const

/** How the list of who has access is filtered, sorted and paged, as it stands in the address. */
export interface AccessSearch {
  readonly application?: string
  readonly state?: (typeof ACCESS_STATES)[number]
  readonly kind?: (typeof KINDS)[number]
  readonly q?: string
  readonly year?: string
  readonly class?: string
  readonly sort?: (typeof SORTS)[number]
  readonly page?: number
}

/** What the filters narrow the list by. */
export const NO_ACCESS_FILTER = { kind: undefined, q: undefined, year: undefined, class: undefined } as const

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function readAccessSearch(search: SearchTexts): AccessSearch {
  const application = readText(search['application'])
  const found = {
    application: application !== undefined && UUID.test(application) ? application : undefined,
    state: readChoice(search['state'], ACCESS_STATES),
    kind: readChoice(search['kind'], KINDS),
    q: readText(search['q']),
    year: readText(search['year']),
    class: readText(search['class']),
    sort: readChoice(search['sort'], SORTS),
    page: readPage(search['page']),
  }
  // only entries without a value are dropped
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as AccessSearch
}

/** What the API is asked for. */
export function accessQuery({ year, class: registrationClass, ...rest }: AccessSearch): Query {
  return { ...rest, yearGroup: year, registrationClass }
}
