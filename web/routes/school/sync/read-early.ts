import type { RowFilter } from '../../../../src/contract/index.ts'
import { apiQuery, queryClient } from '../../../api/client.ts'
import { FIRST_READING, type Kind, rowsQuery, storedPageRows, usualFilter, withinOf } from './people/rows-query.ts'
import { isNarrowed, readReviewSearch, readRunSearch } from './search.ts'

/** What a route asks for before its page is there. */
export type ReadEarly = (params: Readonly<Record<string, string>>, search: Record<string, unknown>) => void

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly readEarly?: ReadEarly
  }
}

/** Reads the run that a page of the wizard is about: the one in the address, else the one that is open. */
export const readRunEarly: ReadEarly = ({ school = '' }, search) => void runOf(school, search)

/** Reads the run, the counters of its table, and the rows that it will show. */
export function readTableEarly(kind: Kind): ReadEarly {
  return ({ school = '' }, texts) => void readTable(school, kind, texts).catch(() => undefined) // the page asks again, and tells why not
}

async function readTable(school: string, kind: Kind, texts: Record<string, unknown>): Promise<void> {
  const run = await runOf(school, texts)
  if (run === undefined) return
  const params = { school, run }
  const search = readReviewSearch(texts)
  const rows = (filter: RowFilter): void =>
    void queryClient.prefetchQuery(rowsQuery({ params, kind, search, filter, pageRows: storedPageRows() }, FIRST_READING))
  // those that need a decision, before it is known whether there are any: mostly there are, and finding none is quick
  rows(search.show ?? 'needs_decision')
  if (isNarrowed(search)) void queryClient.prefetchQuery(apiQuery('runs.counts', { params, query: withinOf(kind, search) }))
  const counts = await queryClient.fetchQuery(apiQuery('runs.counts', { params, query: { kind } }))
  if (search.show === undefined) rows(usualFilter(counts))
}

/** The id of the run, as soon as it is known. */
async function runOf(school: string, search: Record<string, unknown>): Promise<string | undefined> {
  const { run } = readRunSearch(search)
  if (run !== undefined) {
    void queryClient.prefetchQuery(apiQuery('runs.read', { params: { school, run } }))
    return run
  }
  const open = await queryClient.fetchQuery(apiQuery('runs.open', { params: { school } })).catch(() => undefined)
  return open?.run?.id
}
