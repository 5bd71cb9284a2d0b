import { z } from 'zod'
import type { RouteDefinition } from './route.ts'

const rulesShape = {
  /** D11: records that may match are synced although nobody has looked. */
  applyUnreviewedMayMatch: z.boolean(),
  /** D6: whether New people are ticked at first. */
  importNewPupils: z.boolean(),
  importNewStaff: z.boolean(),
  /** D17 */
  deputyMaySync: z.boolean(),
  /** A coordinator may keep a detail of a synced person as it is here for a while. */
  mayPin: z.boolean(),
  /** S-89 */
  includeNursery: z.boolean(),
}
const matchingRulesSchema = z.object({
  ...rulesShape,
  /** What people said of suggested matches in the last 5 syncs. */
  suggestions: z.object({ decided: z.number().int(), changed: z.number().int() }),
})
export type MatchingRulesDetails = z.infer<typeof matchingRulesSchema>

export const ruleRoutes = {
  'rules.read': { summary: 'What the school has said about matching and who syncs', access: 'history.read', answer: matchingRulesSchema },
  'rules.change': {
    summary: 'Changes some of these rules, from the next sync on',
    access: 'school.configure',
    body: z.object(rulesShape).partial(),
    answer: matchingRulesSchema,
  },
} as const satisfies Record<string, RouteDefinition>
