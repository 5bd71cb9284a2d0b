import { z } from 'zod'
import { instant } from './common.ts'
import type { RouteDefinition } from './route.ts'
import { runSchema } from './runs.ts'

/** Whether a review is still what the MIS says, and what became of its decisions when it was last updated. */
const freshnessAnswer = z.object({
  /** How many people a newer file says otherwise; null: the review is made from the newest. */
  changed: z.number().int().nullable(),
  /** Decisions that hold in this run. */
  decisions: z.number().int(),
  /**
   * Decisions that were removed, the newest first: their records are no longer in the MIS, or (`isOvertaken`) something else was
   * settled about them since the run was discarded.
   */
  gone: z.array(z.object({ act: z.string(), name: z.string(), by: z.string(), at: instant, isOvertaken: z.boolean() })),
})

export const freshnessRoutes = {
  'runs.freshness': {
    summary: 'Whether a newer file has come since the review was made, and which decisions lost their records',
    access: 'run.read',
    answer: freshnessAnswer,
  },
  'runs.refresh': {
    summary: 'Reads the newest file into the open review: the same run, and every decision that still has its record',
    access: 'run.decide',
    answer: runSchema,
    idempotencyKey: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
