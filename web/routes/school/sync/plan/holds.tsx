import type { PlanDetails } from '../../../../../src/contract/index.ts'
import { Banner } from '../../../../kit/banner.tsx'
import { useSay } from '../../../../words.tsx'

const POPULATIONS = ['pupil', 'staff', 'class', 'year_group'] as const

/** Why the plan waits for a person, each reason in numbers (D19, D20). */
export function Holds({ plan }: { readonly plan: PlanDetails }) {
  const say = useSay()
  return (
    <Banner kind="notice" title={say('plan.held.title')}>
      <p>{say('plan.held.body')}</p>
      <ul>
        {plan.holds.map((hold) => {
          const population = POPULATIONS.find((it) => it === hold.population)
          const what = population === undefined ? hold.population : say(`plan.population.${population}`)
          return (
            <li key={`${hold.code} ${hold.population} ${JSON.stringify(hold.params)}`}>
              {say.message('plan.hold', { code: hold.code, params: { ...hold.params, what } })}
            </li>
          )
        })}
      </ul>
      {plan.state === 'held' && !plan.mayApprove && <p>{say('plan.held.need')}</p>}
    </Banner>
  )
}
