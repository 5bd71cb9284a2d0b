import type { PlanLine } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'

/** What a line says: "180 pupils will be added". */
export function lineWords(say: Say, { population, act, count }: Pick<PlanLine, 'population' | 'act' | 'count'>): string {
  return (
    say.message('plan.line', { code: `${population}.${act}`, params: { count } }) ??
    say('plan.line_other', { count, what: say(`plan.population.${population}`) })
  )
}
