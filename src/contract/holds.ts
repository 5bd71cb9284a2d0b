import { z } from 'zod'
import { instant, messageSchema, uuid } from './common.ts'
import { planSchema } from './plans.ts'
import type { RouteDefinition } from './route.ts'
import { runSchema } from './runs.ts'

/** A part of a plan that the guards hold (D20): a plan and a run of its own. */
export const holdSchema = z.object({
  run: runSchema,
  plan: planSchema,
  /** Why, with what the counted changes have in common; the order is that of `plan.holds`. */
  causes: z.array(messageSchema.nullable()),
  /** The run whose plan it was cut from. */
  cutFrom: uuid,
  /** How many of its changes the guards counted: the unexpected ones. */
  counted: z.number().int(),
  /** False: something newer has been read. It has to be checked again before it can go on. */
  isCurrent: z.boolean(),
  /** It touches more than a quarter of those linked: whoever approves it types the number of its changes. */
  needsNumber: z.boolean(),
  /** The last word of a person that it may go on; null: nobody has said so. */
  approval: z
    .object({
      by: z.string(),
      at: instant,
      /** After this day somebody has to look again. */
      until: instant,
      hasExpired: z.boolean(),
      /** Changes that are in the plan now and were not approved. */
      more: z.number().int(),
    })
    .nullable(),
})
export type HoldDetails = z.infer<typeof holdSchema>

export const holdRoutes = {
  'holds.list': {
    summary: 'What waits for a person because it would change more than usual, the oldest first',
    access: 'run.read',
    answer: z.object({ items: z.array(holdSchema) }),
  },
  'holds.read': { summary: 'One part of a plan that the guards hold', access: 'run.read', answer: holdSchema },
  'holds.check': {
    summary: 'Plans it anew from what was read last; what passes no limit any more waits no longer (`discarded`)',
    access: 'run.decide',
    answer: holdSchema,
    idempotencyKey: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
