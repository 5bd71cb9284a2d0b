import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewRowDetails, RowCountsAnswer, RowFilter, RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, keepAnswer } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { changeSearch, isNarrowed, type ReviewSearch, readReviewSearch } from '../search.ts'
import { type Kind, keepPageRows, nextReading, rowsQuery, storedPageRows, usualFilter, withinOf } from './rows-query.ts'

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

/** What of the address changes; what is set to nothing leaves it. */
export type SearchChange = { readonly [Name in keyof ReviewSearch]: ReviewSearch[Name] | undefined }

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
  readonly pageRows: number
  /** Shows pages of so many rows, here and in every review of this browser. */
  showPages(of: number): void
  /** Asks for other rows; by itself the page is the first again. */
  change(to: SearchChange): void
  /** Opens the details of a row, or closes those that are open: an address of its own, which Back leaves. */
  open(row: string | null): void
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
  const [reading, setReading] = useState(nextReading)
  const [pageRows, setPageRows] = useState(storedPageRows)
  const params = { school, run: run.id }
  const within = withinOf(kind, search)
  const countsQuery = apiQuery('runs.counts', { params, query: within })
  const counts = useQuery({ ...countsQuery, placeholderData: keepPreviousData })
  const wholeQuery = apiQuery('runs.counts', { params, query: { kind } })
  const whole = useQuery({ ...wholeQuery, placeholderData: keepPreviousData })
  const usual = useUsualFilter(whole.data)
  const filter = search.show ?? usual
  const rows = useQuery({
    ...rowsQuery({ params, kind, search, filter, pageRows }, reading),
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
    (to: SearchChange): void => {
      setReading(nextReading())
      void navigate({ to: '.', search: changeSearch(searchNow.current, to), resetScroll: false })
    },
    [navigate],
  )
  const open = useOpenRow(searchNow)
  const { data } = rows
  return {
    search,
    filter: filter ?? 'all',
    list: data === undefined ? undefined : { ...data, rows: data.items, key: `${rows.dataUpdatedAt}` },
    counts: counts.data,
    whole: whole.data,
    isWhole: !isNarrowed(search),
    keepCounts: (to, ofAll) => {
      keepAnswer(countsQuery, (now) => (now === undefined ? now : to(now)))
      keepAnswer(wholeQuery, ofAll)
    },
    isOld: rows.isPlaceholderData,
    error: rows.error ?? counts.error ?? whole.error,
    pageRows,
    showPages: (of) => {
      keepPageRows(of)
      setPageRows(of)
      change({})
    },
    change,
    open,
    readAgain: () => setReading(nextReading()),
  }
}

/** Those that need a decision where there are some, else all: settled when the page opens, so that it never jumps. */
function useUsualFilter(counts: RowCountsAnswer | undefined): RowFilter | undefined {
  const [usual, setUsual] = useState<RowFilter>()
  if (usual === undefined && counts !== undefined) setUsual(usualFilter(counts))
  return usual
}

/** Opening a row is a step of its own, which closing it takes back; one row after the other is the same step. */
function useOpenRow(search: RefObject<ReviewSearch>): (row: string | null) => void {
  const navigate = useNavigate()
  const router = useRouter()
  const isStep = useRef(false)
  return useCallback(
    (row) => {
      const { row: open, ...rest } = search.current
      if (row === null && isStep.current) router.history.back()
      else void navigate({ to: '.', search: row === null ? rest : { ...rest, row }, replace: open !== undefined, resetScroll: false })
      if (open === undefined) isStep.current = true
      if (row === null) isStep.current = false
    },
    [navigate, router, search],
  )
}
