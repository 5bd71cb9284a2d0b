import { z } from 'zod'
import { kindSchema, messageSchema, pageOf, statusSchema, uuid } from './common.ts'
import { explanationFields } from './explanation.ts'
import { countsSchema, filterFields, rowQuery, rowSchema, rowWithEvidence, sideSchema } from './review-rows.ts'
import type { RouteDefinition } from './route.ts'

/**
 * `same`: the May match pair is one person · `different`: unmatch, for ever · `match`: with somebody else · `import` and
 * `leave_out`: the Import? tick; of somebody Synced, `leave_out` leaves them as they are in this sync · `ignore`: never import
 * somebody New, never look for a record of somebody Not matched · `consider`: takes that, or having left out once, back
 * · `type_here`: one detail of `missing`, as `typed` · `sync_email` and `no_email`: the e-mail tick.
 */
const actSchema = z.enum(['same', 'different', 'match', 'import', 'leave_out', 'ignore', 'consider', 'type_here', 'sync_email', 'no_email'])
export type RowAct = z.infer<typeof actSchema>

/** Which side the other half is taken from, for a row that has both; else the side that the row lacks. */
const sideOfMatch = z.enum(['here', 'mis']).optional()

/** One detail: an e-mail address, a name (its surname at least), or a birth date. */
const typedFields = z
  .object({
    email: z.string().min(3).max(200),
    firstName: z.string().max(200),
    lastName: z.string().min(1).max(200),
    birthDate: z.iso.date(),
  })
  .partial()
export type TypedHere = z.infer<typeof typedFields>

const decisionsBody = z.union([
  z.object({
    decisions: z
      .array(
        z.object({
          row: z.string().max(80),
          act: actSchema,
          with: z.string().max(80).optional(),
          over: sideOfMatch,
          typed: typedFields.optional(),
        }),
      )
      .min(1)
      .max(250),
  }),
  /** Everything that a filter shows: `import` and `leave_out` of the New in it, the e-mail ticks of all. */
  z.object({ all: z.object(filterFields), act: z.enum(['import', 'leave_out', 'sync_email', 'no_email']) }),
])
export type DecisionsBody = z.infer<typeof decisionsBody>

export const decidedAnswer = z.object({
  version: z.number().int(),
  /** Undoes exactly this with `runs.undecide`. */
  batch: uuid.nullable(),
  /** How many decisions were noted; those that say what held already are not. */
  made: z.number().int(),
  /** Batches that were taken back, the newest first: `runs.redecide` puts them back, the last of them first. */
  undone: z.array(uuid),
  counts: countsSchema,
  /** The rows decided about, as they are now. A row that is gone is missing. */
  rows: z.array(rowSchema),
})
export type DecidedAnswer = z.infer<typeof decidedAnswer>

export const candidateSchema = z.object({
  /** A row of the review that the other half of the pair stands in. */
  row: z.string(),
  side: sideSchema,
  likelihood: z.enum(['very_likely', 'likely', 'possible', 'unlikely']),
  ...explanationFields,
  warnings: z.array(messageSchema),
  /** How they stand in the review now, and why. */
  status: statusSchema,
  reason: messageSchema.nullable(),
  /** The name of whom they are paired with now: choosing them ends that pair. */
  takenBy: z.string().nullable(),
})
export type Candidate = z.infer<typeof candidateSchema>

const candidatesAnswer = z.object({
  candidates: z.array(candidateSchema),
  /** How many there are in all; these are a part of them. */
  total: z.number().int(),
  /** How many more there are among those who were not asked for. */
  hidden: z.object({ leavers: z.number().int(), matched: z.number().int() }),
  /** Who has the typed name and can never be the other half: people of the other kind, the first of them. */
  impossible: z.array(z.object({ name: z.string(), kind: kindSchema })),
})

/** Who else reviews now. Forgotten within a minute after the last word. */
const presenceAnswer = z.object({ others: z.array(z.object({ name: z.string(), kind: kindSchema })) })

export const reviewRoutes = {
  'runs.queue': {
    summary: 'How many uploads, of all schools, are read before this run (S-150); null: it waits no more',
    access: 'run.read',
    answer: z.object({ before: z.number().int().nullable() }),
  },
  'runs.presence': {
    summary: 'Says whose table the caller looks at (null: none any more), and answers who else does. Say it again every 15 seconds',
    access: 'run.read',
    body: z.object({ kind: kindSchema.nullable() }),
    answer: presenceAnswer,
  },
  'runs.counts': {
    summary: 'All counters of the review in one answer',
    access: 'run.read',
    query: z.object(filterFields),
    answer: countsSchema,
  },
  'runs.rows': {
    summary: 'Rows of the review',
    access: 'run.read',
    query: rowQuery,
    answer: pageOf(rowSchema).extend({ version: z.number().int() }),
  },
  'runs.alike': {
    summary: 'Rows that wait for a decision and have exactly the same evidence, so that they can be decided together',
    access: 'run.read',
    query: z.object({ pattern: z.string().regex(/^[0-9a-f]{16}$/) }),
    answer: z.object({
      version: z.number().int(),
      rows: z.array(rowSchema),
      total: z.number().int(),
      evidence: explanationFields.evidence,
    }),
  },
  'runs.row': {
    summary: 'One row, and why its pair is one; `bits=true` adds the numbers',
    access: 'run.read',
    query: z.object({ bits: z.enum(['true', 'false']).default('false') }),
    answer: rowWithEvidence,
  },
  'runs.showUpn': {
    summary: 'The UPNs of a row, whole; that the caller looked at them is noted',
    access: 'run.read',
    answer: z.object({ here: z.string().nullable(), there: z.string().nullable() }),
  },
  'runs.candidates': {
    summary: 'Who the other half of this row could be, ranked; typed text re-ranks',
    access: 'run.read',
    body: z.object({
      q: z.string().max(100),
      over: sideOfMatch,
      limit: z.number().int().min(1).max(50).default(8),
      offset: z.number().int().min(0).default(0),
      /** Also those who are Desynced. */
      leavers: z.boolean().default(true),
      /** Also those who are Matched or Synced with somebody else. */
      matched: z.boolean().default(true),
      bits: z.boolean().default(false),
    }),
    answer: candidatesAnswer,
  },
  'runs.decide': {
    summary: 'Notes decisions; refused where somebody else decided since the version seen',
    access: 'run.decide',
    body: decisionsBody,
    answer: decidedAnswer,
    idempotencyKey: 'required',
    ifMatch: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
