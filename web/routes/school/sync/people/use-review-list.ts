import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewRowDetails, RowCountsAnswer, RowFilter, RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, call, queryClient } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { changeSearch, type ReviewSearch, readReviewSearch } from '../search.ts'

/** The kind of people a table is about. */
export type Kind = ReviewRowDetails['kind']

/** How many rows a page of the table has. */
export const PAGE_ROWS = 100

/** One page of the table as it was read. */
export interface ReadList {
  readonly rows: readonly ReviewRowDetails[]
  readonly version: number
  readonly page: number
  readonly pages: number
  readonly total: number
  /** Changes whenever the list was read anew: what was painted over the older one is over. */
  readonly key: string
}

/** What the table shows, and how it is asked for something else. */
export interface ReviewList {
  readonly search: ReviewSearch
  readonly filter: RowFilter
  readonly list: ReadList | undefined
  readonly counts: RowCountsAnswer | undefined
  /** The counters of everybody, whatever the search, year group and class. */
  readonly whole: RowCountsAnswer | undefined
  /** No search, year group or class narrows it: the counters are those of everybody. */
  readonly isWhole: boolean
  /** Changes the counters until they are read again: those of the filter, and those of everybody. */
  keepCounts(change: (now: RowCountsAnswer) => RowCountsAnswer, whole: RowCountsAnswer): void
  /** The rows are those of an earlier filter, while the new ones are read. */
  readonly isOld: boolean
  readonly error: Error | null
  /** Asks for other rows; by itself the page is the first again. */
  change(to: ReviewSearch): void
  /** Reads the list again. */
  readAgain(): void
}

/**
 * Reads the rows that the address asks for. They never change by themselves, so that nothing moves under the cursor; the
 * counters do.
 */
export function useReviewList(run: RunDetails, kind: Kind): ReviewList {
  const { code: school } = useSchool()
  const search = readReviewSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const [reading, setReading] = useState(1)
  const params = { school, run: run.id }
  const within = { kind, q: search.q, yearGroup: search.year, registrationClass: search.class }
  const countsQuery = apiQuery('runs.counts', { params, query: within })
  const counts = useQuery({ ...countsQuery, placeholderData: keepPreviousData })
  const wholeQuery = apiQuery('runs.counts', { params, query: { kind } })
  const whole = useQuery({ ...wholeQuery, placeholderData: keepPreviousData })
  const usual = useUsualFilter(whole.data)
  const filter = search.show ?? usual
  const query = { ...within, filter, sort: search.sort, page: search.page, limit: PAGE_ROWS }
  const rows = useQuery({
    queryKey: ['runs.rows', { params, query }, reading],
    queryFn: ({ signal }) => call('runs.rows', { params, query: { ...query, filter: filter ?? 'all' }, signal }),
    enabled: filter !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const searchNow = useRef(search)
  useEffect(() => {
    searchNow.current = search
  })
  const change = useCallback(
    (to: ReviewSearch): void => {
      setReading((it) => it + 1)
      void navigate({ to: '.', search: changeSearch(searchNow.current, to), resetScroll: false })
    },
    [navigate],
  )
  const { data } = rows
  return {
    search,
    filter: filter ?? 'all',
    list: data === undefined ? undefined : { ...data, rows: data.items, key: `${rows.dataUpdatedAt}` },
    counts: counts.data,
    whole: whole.data,
    isWhole: [search.q, search.year, search.class].every((it) => it === undefined),
    keepCounts: (to, ofAll) => {
      queryClient.setQueryData(countsQuery.queryKey, (now) => (now === undefined ? now : to(now)))
      queryClient.setQueryData(wholeQuery.queryKey, ofAll)
    },
    isOld: rows.isPlaceholderData,
    error: rows.error ?? counts.error ?? whole.error,
    change,
    readAgain: () => setReading((it) => it + 1),
  }
}

/** Those that need a decision where there are some, else all: settled when the page opens, so that it never jumps. */
function useUsualFilter(counts: RowCountsAnswer | undefined): RowFilter | undefined {
  const [usual, setUsual] = useState<RowFilter>()
  if (usual === undefined && counts !== undefined) setUsual(counts.filters.needs_decision > 0 ? 'needs_decision' : 'all')
  return usual
}
