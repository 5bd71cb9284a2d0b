import { z } from 'zod'
import { instant, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'
import { progressFields } from './runs.ts'

/** Something happened in the school: what to read again. The same over the stream and by polling. */
export const eventSchema = z.object({
  /** What `Last-Event-ID` names; events of a school in the order in which they became true. */
  id: z.number().int(),
  type: z.enum(['run', 'review', 'directory', 'team', 'school', 'reset']),
  run: uuid.nullable(),
  version: z.number().int().nullable(),
  at: instant,
})
export type SchoolEvent = z.infer<typeof eventSchema>
/** Without an id: it is not kept, the next one says it anew. */
export const progressEventSchema = z.object({
  type: z.literal('progress'),
  run: uuid,
  ...progressFields,
})
export type ProgressEvent = z.infer<typeof progressEventSchema>
/** Somebody came to a review, or left it; who it is, `runs.presence` tells whoever may see the review. Not kept either. */
export const presenceEventSchema = z.object({ type: z.literal('presence'), run: uuid })
export type PresenceEvent = z.infer<typeof presenceEventSchema>

export const eventRoutes = {
  'events.read': {
    summary: 'What happens, as a stream (Accept: text/event-stream, resumable by Last-Event-ID) or, as JSON, what came after an id',
    access: 'school.read',
    query: z.object({ after: z.coerce.number().int().min(0).optional() }),
    answer: z.object({ events: z.array(eventSchema), progress: z.array(progressEventSchema), last: z.number().int() }),
  },
} as const satisfies Record<string, RouteDefinition>
