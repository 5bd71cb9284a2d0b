import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ReviewView } from '../../../../../src/contract/index.ts'
import { call, keepSession, sessionQuery } from '../../../../api/client.ts'
import type { Kind } from './rows-query.ts'

/** A column that somebody may add to the table. */
export type OptionalColumn = ReviewView['columns'][number]

const USUAL: ReviewView = { columns: [], rows: 'comfortable' }
/** Teachers have no UPN. */
const COLUMNS: Readonly<Record<Kind, readonly OptionalColumn[]>> = { pupil: ['upn', 'mis_id'], staff: ['mis_id'] }

/** Which columns there are to add for these people. */
export function columnsFor(kind: Kind): readonly OptionalColumn[] {
  return COLUMNS[kind]
}

/** How this person wants the table, on every computer they use; a choice shows at once, and `save` rejects where it was not kept. */
export function useReviewView(): { readonly view: ReviewView; save(view: ReviewView): Promise<void> } {
  const client = useQueryClient()
  const { data } = useQuery(sessionQuery)
  const save = useCallback(
    async (view: ReviewView) => {
      const session = client.getQueryData(sessionQuery.queryKey)
      if (session?.account == null) return
      keepSession({ ...session, account: { ...session.account, reviewView: view } })
      await call('session.saveReviewView', { body: view })
    },
    [client],
  )
  return { view: data?.account?.reviewView ?? USUAL, save }
}
