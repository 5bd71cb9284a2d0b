import { useQuery } from '@tanstack/react-query'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { useSay } from '../../../../words.tsx'

/** Other schools' uploads move without a word to this one. */
const ASK_EVERY = 3_000

/** How many uploads are read before this one, while it waits (S-150). */
export function QueueLine({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const isWaiting = run.state === 'queued'
  const query = apiQuery('runs.queue', { params: { school, run: run.id } })
  const { data } = useQuery({ ...query, enabled: isWaiting, refetchInterval: ASK_EVERY, staleTime: 0 })
  const before = isWaiting ? (data?.before ?? null) : null
  return <p role="status">{before === null ? '' : before === 0 ? say('sync.queue.next') : say('sync.queue.before', { count: before })}</p>
}
