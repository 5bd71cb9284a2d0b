import { z } from 'zod'
import { instant, pageOf, pageQuery, uuid } from './common.ts'
import { decidedAnswer } from './review.ts'
import type { RouteDefinition } from './route.ts'

/** What people decided in one act, which is taken back as one. */
export const decisionBatch = z.object({
  batch: uuid,
  act: z.string(),
  count: z.number().int(),
  /** The person's name where the batch is about one. */
  name: z.string().nullable(),
  by: z.string(),
  at: instant,
  /** Later decisions rest on it or replaced it: it cannot be undone by itself. */
  isUndoable: z.boolean(),
})
export type DecisionBatch = z.infer<typeof decisionBatch>

export const batchRoutes = {
  'runs.decisions': {
    summary: 'What people decided in this run, newest first',
    access: 'run.read',
    query: z.object({ ...pageQuery }),
    answer: pageOf(decisionBatch),
  },
  'runs.undecide': {
    summary: 'Takes one batch of decisions back, or everything that came after it: exactly the earlier state',
    access: 'run.decide',
    body: z.object({ batch: uuid, isGoingBack: z.boolean().default(false) }),
    answer: decidedAnswer,
    idempotencyKey: 'required',
  },
  'runs.redecide': {
    summary: 'Puts a batch of decisions back that was taken back: exactly the later state',
    access: 'run.decide',
    body: z.object({ batch: uuid }),
    answer: decidedAnswer,
    idempotencyKey: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
