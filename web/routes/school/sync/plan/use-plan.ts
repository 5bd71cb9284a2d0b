import { useQuery } from '@tanstack/react-query'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import type { MayMatch } from './undecided-dialog.tsx'

/** The plan of a run. Making a plan changes nothing, and making it twice gives the same: so it is read like anything else. */
export function usePlan(school: string, run: RunDetails, mayMatch: MayMatch) {
  return useQuery({
    queryKey: ['runs.plan', { params: { school, run: run.id } }, mayMatch],
    queryFn: ({ signal }) => call('runs.plan', { params: { school, run: run.id }, body: { mayMatch }, signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
