import { z } from 'zod'
import { instant, messageSchema } from './common.ts'
import type { RouteDefinition } from './route.ts'
import { runSchema } from './runs.ts'
import { checkSchema, scheduleInShort } from './schedule.ts'

export const homeSchema = z.object({
  /** One sentence that says whether anything must be done (C3). */
  sentence: messageSchema,
  /** How the sync stands, in a word whose meaning, next step and owner Home tells (C3). */
  status: z.enum([
    'up_to_date',
    'out_of_date',
    'needs_decisions',
    'ready',
    'new_data',
    'on_hold',
    'checking',
    'syncing',
    'finished_with_warnings',
    'failed',
    'stopped',
    'paused',
    'not_connected',
  ]),
  /** People of the open sync who wait for a decision, or cannot be synced, by where they are listed. */
  waiting: z.object({
    pupils: z.number().int(),
    staff: z.number().int(),
    pupilErrors: z.number().int(),
    staffErrors: z.number().int(),
  }),
  /** What the first button does; null: nothing to do. */
  next: z.enum(['start', 'continue', 'review', 'sync', 'wait', 'upload', 'holds']).nullable(),
  /** A file has been read, or a connection lives: *Start sync* is there (S-13). */
  hasData: z.boolean(),
  dataFrom: instant.nullable(),
  openRun: runSchema.nullable(),
  /** Who asks for access and waits for the caller's word; 0 for who may not give it. */
  accessRequests: z.number().int(),
  /** Parts of plans that wait for a person because they would change more than usual. */
  holds: z.number().int(),
  lastApplied: runSchema.nullable(),
  /** Null for who may not see what came of runs. */
  schedule: scheduleInShort.nullable(),
  lastCheck: checkSchema.nullable(),
  tiles: z.object({
    pupils: z.number().int(),
    pupilsSynced: z.number().int(),
    staff: z.number().int(),
    staffSynced: z.number().int(),
    classes: z.number().int(),
    yearGroups: z.number().int(),
    leavers: z.number().int(),
    needsDecision: z.number().int(),
    errors: z.number().int(),
    messagesHeld: z.number().int(),
  }),
  /** Year groups or classes were synced after the pupils were: check pupils again (S-45). */
  checkPupilsAgain: z.boolean(),
})
export type Home = z.infer<typeof homeSchema>

export const homeRoutes = {
  'home.read': { summary: 'What there is to do, in one sentence, and the school in numbers', access: 'school.read', answer: homeSchema },
} as const satisfies Record<string, RouteDefinition>
