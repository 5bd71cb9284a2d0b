import { Link } from '@tanstack/react-router'
import type { Why } from '../../../../src/contract/index.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { useSay } from '../../../words.tsx'

type Write = NonNullable<Why['made']>

/** Who decided what a rule follows, and when; nothing where nobody did. */
export function Decided({ decided }: { readonly decided: Write['decided'] }) {
  const say = useSay()
  const { timeZone } = useSchool()
  if (decided === null) return null
  return <p>{say('why.decided', { by: decided.by, at: say.instant(decided.at, timeZone) })}</p>
}

/** The plan that a write stood in, and who let it go on. */
export function WhyPlan({ write }: { readonly write: Write | null }) {
  const say = useSay()
  const { timeZone } = useSchool()
  if (write === null || write.plan === null) return <p>{say('why.plan_none')}</p>
  const { builtAt, approvedBy } = write.plan
  return (
    <>
      <p>{say('why.plan_made', { at: say.instant(builtAt, timeZone) })}</p>
      {approvedBy !== null && <p>{say('why.plan_approved', { by: approvedBy })}</p>}
      <RunOfWrite write={write} />
    </>
  )
}

/** The way to the sync that wrote something, for who may see the history. */
export function RunOfWrite({ write: { plan, at } }: { readonly write: Write }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const mayRead = useMay('history.read')
  if (plan === null || !mayRead) return null
  return (
    <p>
      <Link className="timeline-link" to="/s/$school/history/$run" params={{ school, run: plan.run }}>
        {say('why.see_run')}
        <span className="visually-hidden"> {say.instant(at, timeZone)}</span>
      </Link>
    </p>
  )
}
