import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, keepAnswer, queryClient } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { readRunSearch } from '../search.ts'

const MOVING: readonly RunDetails['state'][] = ['queued', 'reading', 'matching', 'applying']
// events say it first; where their stream is blocked this does
const ASK_EVERY = 2_000

/** Whether something is being done to a run at this moment, so that it changes by itself. */
export function isMoving({ state, isWaitingToApply }: Pick<RunDetails, 'state' | 'isWaitingToApply'>): boolean {
  return isWaitingToApply || MOVING.includes(state)
}

/** The run that a page of the wizard is about: the one in the address, else the one that is open. Null: none is. */
export function useRun(): { readonly run: RunDetails | null | undefined; readonly error: Error | null } {
  const { code: school } = useSchool()
  const { run: named } = readRunSearch(useSearch({ strict: false }))
  const refetchInterval = (run: RunDetails | null | undefined): number | false => (run && isMoving(run) ? ASK_EVERY : false)
  const byId = useQuery({
    ...apiQuery('runs.read', { params: { school, run: named ?? '' } }),
    enabled: named !== undefined,
    refetchInterval: ({ state }) => refetchInterval(state.data),
  })
  const open = useQuery({
    ...apiQuery('runs.open', { params: { school } }),
    enabled: named === undefined,
    refetchInterval: ({ state }) => refetchInterval(state.data?.run),
  })
  return named === undefined ? { run: open.data?.run, error: open.error } : { run: byId.data, error: byId.error }
}

/** Notes what the API just said about a run, wherever it is shown. */
export function keepRun(school: string, run: RunDetails): void {
  keepAnswer(apiQuery('runs.read', { params: { school, run: run.id } }), run)
  void queryClient.invalidateQueries({ queryKey: ['holds.read'] })
  void queryClient.invalidateQueries({ queryKey: ['home.read'] })
  // parts of plans stand beside the run that is open
  if (run.heldFrom !== null || run.firstOf !== null) return
  const open = apiQuery('runs.open', { params: { school } })
  const isOver = ['applied', 'failed', 'discarded', 'undone', 'checked'].includes(run.state)
  keepAnswer(open, (now) => {
    if (isOver) return now?.run?.id === run.id ? { run: null } : now
    // and an undo beside a review
    return run.purpose === 'undo' && now?.run?.purpose === 'sync' ? now : { run }
  })
}
