import type { Population } from './plan.ts'
import type { PlanInput } from './plan-input.ts'

/** Live links of this connection: what shares are shares of. */
export function linkedCount(population: Population, { directory, connection }: PlanInput): number {
  return directory.links.filter((it) => it.endReason === null && it.source.connection === connection && it.source.kind === population)
    .length
}
