import { z } from 'zod'
import { instant, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'
import { readProblemSchema, runSchema } from './runs.ts'

export const uploadAnswer = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('read'),
    upload: uuid,
    format: z.string(),
    rows: z.object({ read: z.number(), used: z.number(), leftOut: z.number(), rejected: z.number() }),
    pupils: z.number(),
    staff: z.number(),
    classes: z.number(),
    problems: z.number(),
    /** Null: this file proves who has left. */
    absenceUnproven: z.string().nullable(),
  }),
  /** The file speaks of schools, and none is this one: which of them is it? Send the file again with `sourceSchool`. */
  z.object({
    outcome: z.literal('which_school'),
    schools: z.array(z.object({ externalId: z.string(), name: z.string().nullable(), people: z.number() })),
  }),
])
export type UploadAnswer = z.infer<typeof uploadAnswer>

/** Fields of the form that carry a file; the file itself is `file`. */
export const uploadForm = z.object({
  /** Whether absence from the file counts: as its format says, or as the person says (D24). */
  declared: z.enum(['as_read', 'full', 'partial']).default('as_read'),
  sourceSchool: z.string().max(200).optional(),
  /** A file of a day to come: rehearsals read it, nothing syncs from it by itself (N-11). */
  purpose: z.enum(['sync', 'rehearsal']).default('sync'),
})

/** One line of the upload history. */
export const uploadHistorySchema = z.object({
  id: uuid,
  createdAt: instant,
  by: z.string(),
  fileName: z.string(),
  isForRehearsal: z.boolean(),
  /** Rows of people: read = used + leftOut + rejected. */
  rows: z.object({ read: z.number(), used: z.number(), leftOut: z.number(), rejected: z.number() }),
  /** What is wrong with its rows, as long as it is kept: the lines of `uploads.rejected`. */
  problems: z.number().int(),
  /** False: more than seven days have passed, only this line is left. */
  isKept: z.boolean(),
  /** Somebody took it away before anything came of it. */
  isTakenAway: z.boolean(),
  /** The sync or check that began from it; null: none has. */
  run: runSchema.pick({ id: true, purpose: true, state: true }).nullable(),
})
export type UploadHistory = z.infer<typeof uploadHistorySchema>

/** One line of a result file: a person with what happened to them, or a problem. Holds no names. */
const resultLineSchema = z.object({
  kind: z.string(),
  sourceId: z.string(),
  outcome: z.string(),
  file: z.string().nullable(),
  line: z.number().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  cure: z.string().nullable(),
})
export type ResultLine = z.infer<typeof resultLineSchema>

export const uploadRoutes = {
  'uploads.add': {
    summary: 'Reads a roster file and keeps what it says, encrypted, for 7 days',
    access: 'run.start',
    answer: uploadAnswer,
    status: 201,
    multipart: true,
    idempotencyKey: 'required',
  },
  'uploads.list': {
    summary: 'What has been uploaded, newest first, with what came of it',
    access: 'history.read',
    query: z.object({ ...pageQuery }),
    answer: pageOf(uploadHistorySchema),
  },
  'uploads.proof': {
    summary: 'Whether an upload may be another school’s, and three pupils of it by initials',
    access: 'run.start',
    answer: z.object({
      /** Fewer than half of its pupils are known here. */
      isAsked: z.boolean(),
      samples: z.array(z.object({ initials: z.string(), yearGroup: z.string().nullable() })),
    }),
  },
  'uploads.remove': { summary: 'Takes an upload away from which nothing has begun', access: 'run.start' },
  'uploads.result': {
    summary: 'What happened to each person of an upload and what was wrong with it, for 7 days',
    access: 'run.read',
    answer: z.object({ lines: z.array(resultLineSchema) }),
  },
  'uploads.rejected': {
    summary: 'What was wrong with rows of an upload, with the place and the cure, for 7 days',
    access: 'run.read',
    answer: z.object({ rows: z.array(readProblemSchema) }),
  },
} as const satisfies Record<string, RouteDefinition>
