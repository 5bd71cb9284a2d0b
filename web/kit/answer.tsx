import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loading } from './loading.tsx'
import { NotFound } from './not-found.tsx'
import { ProblemView } from './problem-view.tsx'
import { problemOf } from './problem-words.ts'

/**
 * Shows what a query answered, and until then that it is on its way. Old data stays on screen while newer is read; where
 * reading failed, the problem stands above it.
 */
export function Answer<Data>({
  query,
  loading,
  children,
}: {
  readonly query: UseQueryResult<Data>
  readonly loading?: string | undefined
  children(data: Data): ReactNode
}) {
  const status = problemOf(query.error)?.status
  if (status === 404) return <NotFound />
  if (query.error !== null && (query.data === undefined || status === 403)) {
    return <ProblemView error={query.error} onRetry={() => void query.refetch()} />
  }
  if (query.data === undefined) return <Loading text={loading} />
  return (
    <>
      {query.error !== null && <ProblemView error={query.error} onRetry={() => void query.refetch()} />}
      {children(query.data)}
    </>
  )
}
