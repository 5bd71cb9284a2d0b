import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { HoldDetails } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import '../sync/sync.css'
import { Consequences } from '../sync/plan/consequences.tsx'
import { HoldActs } from './hold-acts.tsx'
import { HoldChanges } from './hold-changes.tsx'
import { HoldReasons } from './hold-reasons.tsx'

/** One part of a plan that the guards hold: why, who it is about, and what can be done (UX C15, D20, N-04). */
export function HoldPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const run = useParams({ strict: false }).run ?? ''
  const hold = useQuery(apiQuery('holds.read', { params: { school, run } }))
  return (
    <Page
      title={say('hold.title')}
      lead={hold.data === undefined ? undefined : <HoldLead hold={hold.data} />}
      kicker={
        <Link to="/s/$school/holds" params={{ school }}>
          {say('holds.title')}
        </Link>
      }
    >
      <Answer query={hold} loading={say('holds.loading')}>
        {(it) => (isWaiting(it) ? <Waiting hold={it} /> : <Over hold={it} />)}
      </Answer>
    </Page>
  )
}

/** Whether somebody still has to do something about it, or the sync of it has not begun. */
function isWaiting({ run }: HoldDetails): boolean {
  return (run.state === 'held' || run.state === 'ready') && !run.isWaitingToApply
}

function HoldLead({ hold }: { readonly hold: HoldDetails }) {
  const say = useSay()
  const { timeZone } = useSchool()
  if (!isWaiting(hold)) return null
  const at = say.instant(hold.plan.builtAt, timeZone)
  return (
    <>
      {say('hold.nothing_changed')} {say('hold.lead', { count: hold.plan.changes, at })}
    </>
  )
}

function Waiting({ hold }: { readonly hold: HoldDetails }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const { approval, isCurrent, run, plan, causes } = hold
  const said = approval === null ? null : { by: approval.by, at: say.instant(approval.at, timeZone) }
  return (
    <>
      {run.failure !== null && (
        <Banner kind="notice">
          <p role="status">{say('hold.drifted')}</p>
        </Banner>
      )}
      {!isCurrent && (
        <Banner kind="notice">
          <p>{say('hold.old')}</p>
        </Banner>
      )}
      {approval !== null && said !== null && (
        <Banner kind={approval.hasExpired || approval.more > 0 ? 'notice' : 'done'}>
          {approval.more > 0 ? (
            <p>{say('hold.more', { count: approval.more, at: said.at })}</p>
          ) : (
            <p>
              {approval.hasExpired
                ? say('hold.expired', said)
                : say('hold.approved', { ...said, until: say.instant(approval.until, timeZone) })}
            </p>
          )}
        </Banner>
      )}
      <section aria-labelledby="hold-why">
        <h2 id="hold-why">{say('hold.why')}</h2>
        <HoldReasons holds={plan.holds} causes={causes} />
      </section>
      <Consequences plan={plan} />
      <HoldActs hold={hold} />
      <HoldChanges hold={hold} />
    </>
  )
}

/** What came of it: synced, discarded, or no longer held. */
function Over({ hold: { run, approval } }: { readonly hold: HoldDetails }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const isDone = run.state === 'applied' || run.state === 'undone'
  const words = (): string => {
    if (isDone && approval !== null) return say('hold.released', { by: approval.by, at: say.instant(approval.at, timeZone) })
    if (run.isNoLongerHeld) return say('hold.gone')
    return say(run.state === 'discarded' ? 'hold.discarded' : 'hold.syncing')
  }
  return (
    <>
      <Banner kind={isDone ? 'done' : 'notice'}>
        <p role="status">{words()}</p>
      </Banner>
      {run.state !== 'discarded' && (
        <p>
          <Link to="/s/$school/history/$run" params={{ school, run: run.id }}>
            {say('hold.see_run')}
          </Link>
        </p>
      )}
    </>
  )
}
