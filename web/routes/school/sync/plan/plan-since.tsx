import type { PlanDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { useSay } from '../../../../words.tsx'
import { LineRecords } from './line-records.tsx'

/** What is different in the plan from the one that was refused (point 19): in numbers, and the records themselves. */
export function PlanSince({ run, since }: { readonly run: RunDetails; readonly since: NonNullable<PlanDetails['since']> }) {
  const say = useSay()
  const { more, other, gone } = since
  const title = say('plan.since')
  return (
    <section className="plan-section" aria-labelledby="plan-since">
      <h2 id="plan-since">{title}</h2>
      <ul>
        {more > 0 && <li>{say('plan.since.more', { count: more })}</li>}
        {other > 0 && <li>{say('plan.since.other', { count: other })}</li>}
        {gone > 0 && <li>{say('plan.since.gone', { count: gone })}</li>}
      </ul>
      {more + other > 0 && <LineRecords id="since-records" run={run} line={{ count: more + other }} words={title} only="since" />}
    </section>
  )
}
