import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PlanDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Banner } from '../../../../kit/banner.tsx'
import { useSay } from '../../../../words.tsx'
import { SyncLink } from '../run/sync-link.tsx'
import { DECIDING } from '../steps.ts'

/** On Finished, after a part that was synced first: the rest is still to come. */
export function RestWaits({ firstOf }: { readonly firstOf: string }) {
  const say = useSay()
  const { code: school } = useSchool()
  const { data: whole } = useQuery(apiQuery('runs.read', { params: { school, run: firstOf } }))
  if (whole === undefined || !DECIDING.includes(whole.state)) return null
  return (
    <Banner kind="notice">
      <p>{say('first.rest_waits')}</p>
      <div className="buttons">
        <SyncLink to="review" run={firstOf} kind="primary">
          {say('first.rest_do')}
        </SyncLink>
      </div>
    </Banner>
  )
}

/** On Review, of the rest: what has been synced of this plan already. */
export function SyncedFirst({ plan }: { readonly plan: PlanDetails }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  return plan.first.map(({ run, changes: count, at }) => (
    <Banner key={run} kind="done">
      <p>
        {say('first.banner', { count, at: say.instant(at, timeZone) })}{' '}
        <Link to="/s/$school/history/$run" params={{ school, run }}>
          {say('first.look')}
        </Link>
      </p>
    </Banner>
  ))
}

/** The way to syncing a few first, where there is more than one thing to sync. */
export function FirstLink({ run, plan }: { readonly run: RunDetails; readonly plan: PlanDetails }) {
  const say = useSay()
  if (run.purpose !== 'sync' || plan.changes < 2) return null
  return (
    <SyncLink to="first" run={run.id} kind="secondary">
      {say('first.link')}
    </SyncLink>
  )
}
