import type { RouteQuery } from '../../../../../src/contract/index.ts'
import { readChoice, readDay, readPage, readText, type SearchTexts } from '../../../../api/search-params.ts'

type Query = NonNullable<RouteQuery<'leavers.list'>>

/** Why people have left, and those who may be back. */
export const LEAVER_REASONS = ['top_year', 'no_date', 'back'] as const satisfies readonly NonNullable<Query['reason']>[]
/** For how many days back a list of leavers can be asked. */
export const LEFT_WITHIN = ['30', '90', '365', '730'] as const

const SORTS = ['name', '-name', 'year_group', '-year_group', 'left', '-left'] as const satisfies readonly NonNullable<Query['sort']>[]

/** How the list of leavers is filtered, sorted and paged, as it stands in the address. */
export interface LeaversSearch {
  readonly reason?: (typeof LEAVER_REASONS)[number]
  /** Left in so many days before the day that is shown. */
  readonly within?: (typeof LEFT_WITHIN)[number]
  readonly q?: string
  readonly year?: string
  readonly sort?: (typeof SORTS)[number]
  readonly page?: number
  /** The end of a day; absent: now. */
  readonly asOf?: string
}

/** What the filters narrow the list by. */
export const NO_LEAVER_FILTER = { reason: undefined, within: undefined, q: undefined, year: undefined } as const

export function readLeaversSearch(search: SearchTexts): LeaversSearch {
  const found = {
    reason: readChoice(search['reason'], LEAVER_REASONS),
    within: readChoice(search['within'], LEFT_WITHIN),
    q: readText(search['q']),
    year: readText(search['year']),
    sort: readChoice(search['sort'], SORTS),
    page: readPage(search['page']),
    asOf: readDay(search['asOf']),
  }
  // only entries without a value are dropped
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as LeaversSearch
}

/** What the API is asked for. @param today the school's day, `YYYY-MM-DD` */
export function leaversQuery({ within, year, ...rest }: LeaversSearch, today: string): Query {
  return { ...rest, yearGroup: year, since: within === undefined ? undefined : daysBefore(rest.asOf ?? today, Number(within)) }
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
}
