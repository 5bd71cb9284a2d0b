import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { RouteAnswer, RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { useSay } from '../../../../words.tsx'
import type { Kind } from './rows-query.ts'

/** The server forgets whoever says nothing for 40 seconds. */
const SAY_EVERY = 15_000

/** Who else reviews now (UX C8). While the page is seen it says itself that somebody is here. */
export function PresenceLine({ run, kind }: { readonly run: RunDetails; readonly kind: Kind }) {
  const say = useSay()
  const { code: school } = useSchool()
  const { data } = useQuery({
    queryKey: ['runs.presence', run.id, school, kind],
    queryFn: () => tell(school, run.id, kind),
    ...{ refetchInterval: SAY_EVERY, staleTime: 0, gcTime: 0, retry: false },
  })
  useEffect(() => {
    const leave = (): void => void call('runs.presence', { params: { school, run: run.id }, body: { kind: null } }).catch(() => undefined)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      tell(school, run.id, null).catch(() => undefined)
    }
  }, [school, run.id])
  const others = data?.others ?? []
  return (
    <p role="status" className="presence">
      {others.map((it) => say(`review.presence.${it.kind}`, { name: it.name })).join(' ')}
    </p>
  )
}

let told: Promise<unknown> = Promise.resolve()

/** One word after the other: whoever turns from one table to the next has not left. */
function tell(school: string, run: string, kind: Kind | null): Promise<RouteAnswer<'runs.presence'>> {
  const answer = told.then(() => call('runs.presence', { params: { school, run }, body: { kind } }))
  told = answer.catch(() => undefined)
  return answer
}
