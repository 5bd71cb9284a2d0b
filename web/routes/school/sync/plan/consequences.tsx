import type { PlanDetails } from '../../../../../src/contract/index.ts'
import { useSay } from '../../../../words.tsx'

/** What a plan means for people, the gravest first (N-14). Nothing to say: nothing is shown. */
export function Consequences({ plan }: { readonly plan: Pick<PlanDetails, 'consequences'> }) {
  const say = useSay()
  const sentences = plan.consequences.flatMap(({ code, population, params }) => {
    const sentence = say.message('plan.consequence', { code: `${population}.${code}`, params })
    const more = Number(params['more'] ?? 0)
    if (sentence === undefined) return []
    return [more === 0 ? sentence : say('plan.consequence_more', { sentence, count: more })]
  })
  if (sentences.length === 0) return null
  return (
    <section className="plan-section" aria-labelledby="plan-consequences">
      <h2 id="plan-consequences">{say('plan.consequences')}</h2>
      <ul>
        {sentences.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </section>
  )
}
