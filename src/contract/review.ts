import { z } from 'zod'
import { instant, kindSchema, messageSchema, pageOf, pageQuery, statusSchema, uuid } from './common.ts'
import { explanationFields } from './explanation.ts'
import type { RouteDefinition } from './route.ts'

/** One side of a row: a person as we hold them, or as the MIS says. */
const sideSchema = z.object({
  name: z.string(),
  knownAs: z.string().nullable(),
  birthDate: z.string().nullable(),
  /** The year group's name. */
  yearGroup: z.string().nullable(),
  registrationClass: z.string().nullable(),
  /** In part only: `A823…4017`. */
  upn: z.string().nullable(),
  email: z.string().nullable(),
  /** Staff: what they are. */
  position: z.string().nullable(),
})
export type RowSide = z.infer<typeof sideSchema>

/** A field that the sync would write, as a person reads it. */
const fieldChange = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })

/** Details that can be typed here where the MIS has none. */
const typedDetail = z.enum(['email', 'name', 'birth_date'])

/** One line of the review: ours left, the MIS's right. */
export const rowSchema = z.object({
  id: z.string(),
  kind: kindSchema,
  /** The record's id in the MIS; null: it is not there. */
  misId: z.string().nullable(),
  status: statusSchema,
  /** Why it has this status, where that needs saying. */
  reason: messageSchema.nullable(),
  here: sideSchema.nullable(),
  there: sideSchema.nullable(),
  changes: z.array(fieldChange),
  /** New: will be created. Matched, May match: will be linked. */
  willImport: z.boolean(),
  /** A person said: never look at them again (`ever`), or leave them as they are in this sync (`once`). */
  setAside: z.enum(['ever', 'once']).nullable(),
  /** Why this sync leaves the person out though the MIS names them, with the cure (D21). */
  error: z.object({ code: z.string(), title: z.string(), cure: z.string() }).nullable(),
  /** Null where there is nothing to choose: no address, or the school does not use pupils' addresses. */
  syncEmail: z.boolean().nullable(),
  needsDecision: z.boolean(),
  /** New: the MIS has another record that may be the same person (`reason` says whether that waits for a decision). */
  double: z.object({ basis: z.enum(['upn', 'email', 'names']), name: z.string(), registrationClass: z.string().nullable() }).nullable(),
  /** Details that the MIS does not say and that can be typed here for this one record; those of them that somebody typed. */
  missing: z.array(typedDetail),
  typed: z.array(typedDetail),
  /** What a person said about it, who, and when. */
  decided: z.object({ act: z.string(), by: z.string(), at: instant }).nullable(),
  likelihood: z.enum(['very_likely', 'likely', 'possible']).nullable(),
  /** The same for rows that can be decided together, as `runs.alike` takes it; null: it must be looked at by itself. */
  pattern: z.string().nullable(),
  /** Warnings of the engine: twins, common names and the like. */
  warnings: z.array(messageSchema),
  /**
   * New: somebody in another school of the group fits, by the same UPN, the same e-mail address, or name and birth date (only for
   * who may read the people of both schools). Nothing follows from it by itself.
   */
  mover: z.object({ school: z.string(), basis: z.enum(['upn', 'email', 'names']) }).nullable(),
  /** The run's version at which the row last changed. */
  version: z.number().int(),
})
export type ReviewRowDetails = z.infer<typeof rowSchema>

export const rowWithEvidence = rowSchema.extend({
  /** Null where there is no pair. */
  verdict: messageSchema.nullable(),
  ...explanationFields,
  /** All of it in the words of the school, sentence by sentence. */
  explanation: z.array(z.string()),
})
export type RowWithEvidence = z.infer<typeof rowWithEvidence>

/** Which rows a list shows: those that need a decision, one status, or one of the markers. */
const rowFilter = z.enum([
  'needs_decision',
  'worth_a_look',
  'not_matched',
  'new',
  'may_match',
  'matched',
  'synced',
  'desynced',
  'errors',
  'left_out',
  'ignored',
  'doubtful_address',
  'all',
])
export type RowFilter = z.infer<typeof rowFilter>

/** Kinds of details that a sync changes. */
const touch = z.enum(['name', 'birth_date', 'year_group', 'class', 'email', 'id', 'other', 'nothing'])

const ROW_SORTS = ['review', 'name', 'year_group', 'class', 'status'] as const
const filterFields = {
  kind: kindSchema,
  filter: rowFilter.default('all'),
  q: z.string().max(100).optional(),
  yearGroup: z.string().max(100).optional(),
  registrationClass: z.string().max(200).optional(),
  /** A code of `reason`. */
  reason: z.string().max(40).optional(),
  touches: touch.optional(),
  /** `hide`: without those desynced whom nobody need wonder about. */
  expected: z.enum(['show', 'hide']).optional(),
}
const rowQuery = z.object({
  ...filterFields,
  ...pageQuery,
  sort: z.enum([...ROW_SORTS, ...ROW_SORTS.map((it) => `-${it}` as const)]).default('review'),
})

export const countsSchema = z.object({
  version: z.number().int(),
  filters: z.record(rowFilter, z.number().int()),
  /** Decisions made about the rows that needed one. */
  decided: z.number().int(),
  /** New people who can be imported: those that *Select all* ticks. */
  importable: z.number().int(),
  /** New people who will be imported; pupils whose address will be used. */
  importing: z.number().int(),
  emails: z.number().int(),
  /** Desynced, and nobody need wonder why: a top year that has left, the school's own choice, leavers of earlier syncs. */
  expected: z.number().int(),
  /** Of the whole kind, the most frequent first. */
  reasons: z.array(z.object({ code: z.string(), count: z.number().int() })),
  touches: z.array(z.object({ code: touch, count: z.number().int() })),
  /** Pupils of the filter whose address could be used, and those among them whose address may be a parent's or is shared. */
  addresses: z.number().int(),
  doubtfulAddresses: z.number().int(),
  yearGroups: z.array(z.object({ name: z.string(), count: z.number().int() })),
  registrationClasses: z.array(z.object({ name: z.string(), count: z.number().int() })),
})
export type RowCountsAnswer = z.infer<typeof countsSchema>

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
