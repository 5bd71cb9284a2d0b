import { useState } from 'react'
import type { HoldDetails } from '../../../../src/contract/index.ts'
import { useSchool } from '../../../api/school.tsx'
import { Select } from '../../../kit/select.tsx'
import { useSay } from '../../../words.tsx'
import type { OnlyRecords } from '../sync/plan/line-records.tsx'
import { PlanLines } from '../sync/plan/plan-lines.tsx'

/** Who a part on hold is about: all of it, those who were counted, or those who came to it since somebody approved it. */
export function HoldChanges({ hold }: { readonly hold: HoldDetails }) {
  const say = useSay()
  const { code } = useSchool()
  const { run, plan, counted, approval } = hold
  const [only, setOnly] = useState<OnlyRecords>(approval !== null && approval.more > 0 ? 'not_approved' : undefined)
  const options = [
    { value: '', label: say('hold.only.all') },
    ...(counted > 0 && counted < plan.changes ? [{ value: 'counted', label: say('hold.only.counted', { count: counted }) }] : []),
    ...(approval !== null && approval.more > 0 && approval.more < plan.changes
      ? [{ value: 'not_approved', label: say('hold.only.not_approved', { count: approval.more }) }]
      : []),
  ]
  const choose = (value: string): void => setOnly(value === 'counted' || value === 'not_approved' ? value : undefined)
  return (
    <section aria-labelledby="hold-what">
      <h2 id="hold-what">{say('hold.what')}</h2>
      {options.length > 1 && (
        <div className="tools">
          <Select
            id="hold-only"
            isTool
            label={say('hold.only')}
            value={options.some((it) => it.value === only) ? (only ?? '') : ''}
            options={options}
            onChange={(event) => choose(event.target.value)}
          />
        </div>
      )}
      <PlanLines key={`${code} ${only ?? ''} ${plan.hash}`} run={run} plan={plan} only={only} />
    </section>
  )
}
