import type { PlanDetails } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Banner } from '../../../../kit/banner.tsx'
import { LinkButton } from '../../../../kit/link-button.tsx'
import { useSay } from '../../../../words.tsx'
import { HoldReasons } from '../../holds/hold-reasons.tsx'

/** Parts that the guards have cut out of this plan, each with its reasons in numbers (D19, D20) and the way to it. */
export function Holds({ plan }: { readonly plan: PlanDetails }) {
  return plan.held.map((it) => <HeldPart key={it.run} part={it} />)
}

function HeldPart({ part }: { readonly part: PlanDetails['held'][number] }) {
  const say = useSay()
  const { code: school } = useSchool()
  const { run, changes: count, holds } = part
  return (
    <Banner kind="notice" title={say('plan.held.title', { count })}>
      <p>{say('plan.held.body')}</p>
      <HoldReasons holds={holds} />
      <div className="buttons">
        <LinkButton kind="secondary" to="/s/$school/holds/$run" params={{ school, run }}>
          {say('plan.held.look', { count })}
        </LinkButton>
      </div>
    </Banner>
  )
}
