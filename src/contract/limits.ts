import { z } from 'zod'
import { instant } from './common.ts'
import type { RouteDefinition } from './route.ts'

/** A number and a share of the linked records, both of which must be passed (D19). */
const limit = z.object({ count: z.int().min(1).max(100_000), share: z.number().min(0).max(1) })
const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/)

const rulesSchema = z.object({
  limits: z.object({
    leavers: limit,
    /** For a kind with fewer than `smallKind` linked records. */
    leaversOfSmallKind: limit,
    smallKind: z.int().min(0).max(100_000),
    joiners: limit,
    identityChanges: limit,
    otherUpdatesShare: z.number().min(0).max(1),
  }),
  /** `MM-DD`, both included: expected leavers and moves do not count. */
  yearStartWindow: z.object({ from: monthAndDay, to: monthAndDay }),
})
export type LimitRulesDetails = z.infer<typeof rulesSchema>

const replaySchema = z.object({
  /** How many of the last runs could be tried: 30 at the most. */
  runs: z.number().int(),
  /** When those were made that would have waited, newest first. */
  heldAt: z.array(instant),
})
const limitsSchema = rulesSchema.extend({ replay: replaySchema })
export type LimitsDetails = z.infer<typeof limitsSchema>

export const limitRoutes = {
  'limits.read': {
    summary: 'The safety limits, and what they would have done to the last 30 runs',
    access: 'history.read',
    answer: limitsSchema,
  },
  'limits.try': {
    summary: 'What other limits would have done to the last 30 runs; changes nothing',
    access: 'school.configure',
    body: rulesSchema,
    answer: replaySchema,
  },
  'limits.change': {
    summary: 'Sets the safety limits; `seen` are those that stood there when they were changed',
    access: 'school.configure',
    body: rulesSchema.extend({ seen: rulesSchema }),
    answer: limitsSchema,
  },
} as const satisfies Record<string, RouteDefinition>
