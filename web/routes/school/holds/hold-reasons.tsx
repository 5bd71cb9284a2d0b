import type { HoldDetails, PlanDetails } from '../../../../src/contract/index.ts'
import { fieldName } from '../../../kit/field-words.ts'
import { useSay } from '../../../words.tsx'

const POPULATIONS = ['pupil', 'staff', 'class', 'year_group'] as const

/** Why a part of a plan waits, each reason in numbers (D19), and what the counted changes have in common. */
export function HoldReasons({ holds, causes = [] }: { readonly holds: PlanDetails['holds']; readonly causes?: HoldDetails['causes'] }) {
  const say = useSay()
  return (
    <ul>
      {holds.map((hold, place) => {
        const expected = Number(hold.params['expected'] ?? 0)
        const cause = causes[place] ?? null
        return (
          <li key={`${hold.code} ${hold.population} ${JSON.stringify(hold.params)}`}>
            {say.message('hold.why', { code: hold.code, params: { ...hold.params, what: populationWords(hold.population) } })}
            {expected > 0 && <span className="cell-more">{say('hold.expected', { count: expected })}</span>}
            {cause !== null && (
              <span className="cell-more">
                <b>{say('hold.cause')}:</b> {causeWords(cause, hold.population)}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )

  function populationWords(population: string): string {
    const known = POPULATIONS.find((it) => it === population)
    return known === undefined ? population : say(`plan.population.${known}`)
  }

  function causeWords({ code, params }: NonNullable<HoldDetails['causes'][number]>, population: string): string | undefined {
    const names = String(params['names'] ?? '')
    return say.message('hold.cause', {
      code,
      params: { ...params, names: code === 'one_field' ? fieldName(say, names, population) : names },
    })
  }
}
