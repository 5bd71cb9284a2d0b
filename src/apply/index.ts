export { applyPlan } from './apply-plan.ts'
export type { Drift } from './find-drift.ts'
export type { Written } from './tally.ts'
