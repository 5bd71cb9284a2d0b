import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { HoldDetails } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { HoldReasons } from './hold-reasons.tsx'
import '../sync/sync.css'

/** Everything that waits because a guard holds it (UX C15). */
export function HoldsPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const holds = useQuery(apiQuery('holds.list', { params: { school } }))
  return (
    <Page title={say('holds.title')} lead={say('holds.lead')}>
      <Answer query={holds} loading={say('holds.loading')}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('holds.none')} isGood />
          ) : (
            <ul className="plan-lines">
              {items.map((it) => (
                <HoldLine key={it.run.id} hold={it} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  )
}

function HoldLine({ hold }: { readonly hold: HoldDetails }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const { run, plan, approval } = hold
  return (
    <li className="hold-line">
      <h2>
        <Link to="/s/$school/holds/$run" params={{ school, run: run.id }}>
          {say('holds.records', { count: plan.changes })}
        </Link>
      </h2>
      <HoldReasons holds={plan.holds} />
      <p className="muted">
        {say('holds.from', { at: say.instant(run.createdAt, timeZone) })}
        {run.state === 'ready' && approval !== null && <> · {say('holds.approved_line', { by: approval.by })}</>}
      </p>
    </li>
  )
}
