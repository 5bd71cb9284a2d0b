import { z } from 'zod'
import { instant, kindSchema, messageSchema, pageOf, pageQuery, statusSchema, typed, uuid } from './common.ts'
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

/** One line of the review: ours left, the MIS's right. */
export const rowSchema = z.object({
  id: z.string(),
  kind: kindSchema,
  status: statusSchema,
  /** Why it has this status, where that needs saying. */
  reason: messageSchema.nullable(),
  here: sideSchema.nullable(),
  there: sideSchema.nullable(),
  changes: z.array(fieldChange),
  /** New: will be created. Matched, May match: will be linked. */
  willImport: z.boolean(),
  /** Why this sync leaves the person out though the MIS names them, with the cure (D21). */
  error: z.object({ code: z.string(), title: z.string(), cure: z.string() }).nullable(),
  /** Null where there is nothing to choose: no address, or the school does not use pupils' addresses. */
  syncEmail: z.boolean().nullable(),
  needsDecision: z.boolean(),
  /** What a person said about it, who, and when. */
  decided: z.object({ act: z.string(), by: z.string(), at: instant }).nullable(),
  likelihood: z.enum(['very_likely', 'likely', 'possible']).nullable(),
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
  'not_matched',
  'new',
  'may_match',
  'matched',
  'synced',
  'desynced',
  'errors',
  'left_out',
  'all',
])
export type RowFilter = z.infer<typeof rowFilter>

const ROW_SORTS = ['review', 'name', 'year_group', 'class', 'status'] as const
const filterFields = {
  kind: kindSchema,
  filter: rowFilter.default('all'),
  q: z.string().max(100).optional(),
  yearGroup: z.string().max(100).optional(),
  registrationClass: z.string().max(200).optional(),
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
  /** New people who will be imported; pupils whose address will be used. */
  importing: z.number().int(),
  emails: z.number().int(),
  yearGroups: z.array(z.object({ name: z.string(), count: z.number().int() })),
  registrationClasses: z.array(z.object({ name: z.string(), count: z.number().int() })),
})
export type RowCountsAnswer = z.infer<typeof countsSchema>

/**
 * `same`: the May match pair is one person · `different`: unmatch, for ever · `match`: with somebody else · `import` and
 * `leave_out`: the Import? tick · `sync_email` and `no_email`: the e-mail tick.
 */
const actSchema = z.enum(['same', 'different', 'match', 'import', 'leave_out', 'sync_email', 'no_email'])
export type RowAct = z.infer<typeof actSchema>

/** Which side the other half is taken from, for a row that has both; else the side that the row lacks. */
const sideOfMatch = z.enum(['here', 'mis']).optional()

const decisionsBody = z.union([
  z.object({
    decisions: z
      .array(z.object({ row: z.string().max(80), act: actSchema, with: z.string().max(80).optional(), over: sideOfMatch }))
      .min(1)
      .max(250),
  }),
  /** Everything that a filter shows (Select all, Sync all e-mail addresses). */
  z.object({ all: z.object(filterFields), act: z.enum(['import', 'leave_out', 'sync_email', 'no_email']) }),
])
export type DecisionsBody = z.infer<typeof decisionsBody>

export const decidedAnswer = z.object({
  version: z.number().int(),
  /** Undoes exactly this with `runs.undecide`. */
  batch: uuid.nullable(),
  /** How many decisions were noted; those that say what held already are not. */
  made: z.number().int(),
  counts: countsSchema,
  /** The rows decided about, as they are now. A row that is gone is missing. */
  rows: z.array(rowSchema),
})
export type DecidedAnswer = z.infer<typeof decidedAnswer>

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

export const candidateSchema = z.object({
  /** A row of the review that the other half of the pair stands in. */
  row: z.string(),
  side: sideSchema,
  likelihood: z.enum(['very_likely', 'likely', 'possible', 'unlikely']),
  ...explanationFields,
  warnings: z.array(messageSchema),
  /** The name of whom they are paired with now: choosing them ends that pair. */
  takenBy: z.string().nullable(),
})
export type Candidate = z.infer<typeof candidateSchema>

const yearGroupRow = z.object({
  /** As the MIS spells it. */
  raw: z.string(),
  pupils: z.number().int(),
  /** What it means here: a code, or `not_synced`; null: no year group, or nobody has said. */
  code: z.string().nullable(),
  isUnknown: z.boolean(),
  source: z.enum(['suggested', 'said', 'unknown', 'left_out']),
})
export const yearGroupsAnswer = z.object({
  rows: z.array(yearGroupRow),
  /** Year groups to choose from; besides them there is `not_synced`, and null for none. */
  choices: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type YearGroupsAnswer = z.infer<typeof yearGroupsAnswer>

const classRow = z.object({
  id: z.string(),
  name: z.string(),
  yearGroup: z.string().nullable(),
  pupils: z.number().int(),
  teachers: z.array(z.string()),
  isSetUp: z.boolean(),
  /** The class of ours it goes to; null: a new one. */
  target: z.object({ id: uuid, name: z.string() }).nullable(),
  /** What will happen: `new`, `keep`, `rename`, `not_synced`. */
  effect: z.enum(['new', 'keep', 'rename', 'not_synced']),
  isLinked: z.boolean(),
})
export const classesAnswer = z.object({
  rows: z.array(classRow),
  /** Classes of ours that a class of the MIS can go to. */
  ours: z.array(z.object({ id: uuid, name: z.string() })),
})
export type ClassesAnswer = z.infer<typeof classesAnswer>
const classKind = z.enum(['registration', 'subject'])

const cohort = z
  .object({ yearGroups: z.array(z.string().max(100)).max(200), registrationClasses: z.array(z.string().max(200)).max(500) })
  .nullable()
export const scopeAnswer = z.object({
  cohort,
  pupilEmails: z.enum(['all', 'chosen', 'none']),
  pupils: z.number().int(),
  withEmail: z.number().int(),
  yearGroups: z.array(z.object({ code: z.string(), name: z.string(), pupils: z.number().int() })),
  registrationClasses: z.array(z.object({ name: z.string(), pupils: z.number().int() })),
})
export type ScopeAnswer = z.infer<typeof scopeAnswer>

export const reviewRoutes = {
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
  'runs.row': {
    summary: 'One row, and why its pair is one; `bits=true` adds the numbers',
    access: 'run.read',
    query: z.object({ bits: z.enum(['true', 'false']).default('false') }),
    answer: rowWithEvidence,
  },
  'runs.candidates': {
    summary: 'Who the other half of this row could be, ranked; typed text re-ranks',
    access: 'run.read',
    body: z.object({
      q: z.string().max(100),
      over: sideOfMatch,
      limit: z.number().int().min(1).max(50).default(8),
      bits: z.boolean().default(false),
    }),
    answer: z.object({ candidates: z.array(candidateSchema) }),
  },
  'runs.decide': {
    summary: 'Notes decisions; refused where somebody else decided since the version seen',
    access: 'run.decide',
    body: decisionsBody,
    answer: decidedAnswer,
    idempotencyKey: 'required',
    ifMatch: 'required',
  },
  'runs.decisions': {
    summary: 'What people decided in this run, newest first',
    access: 'run.read',
    query: z.object({ ...pageQuery }),
    answer: pageOf(decisionBatch),
  },
  'runs.undecide': {
    summary: 'Takes one batch of decisions back: exactly the earlier state',
    access: 'run.decide',
    body: z.object({ batch: uuid }),
    answer: decidedAnswer,
    idempotencyKey: 'required',
  },
  'runs.yearGroups': { summary: 'Year groups of the MIS and what they mean here', access: 'run.read', answer: yearGroupsAnswer },
  'runs.saveYearGroups': {
    summary: 'Says what year groups of the MIS mean here; remembered (S-85)',
    access: 'run.decide',
    body: z.object({ rows: z.array(z.object({ raw: typed(200), code: z.string().max(20).nullable() })).max(500) }),
    answer: yearGroupsAnswer,
    ifMatch: 'required',
  },
  'runs.classes': {
    summary: 'Classes of the MIS and what becomes of them',
    access: 'run.read',
    query: z.object({ kind: classKind }),
    answer: classesAnswer,
  },
  'runs.saveClasses': {
    summary: 'Says which classes are set up, and which of ours they are',
    access: 'run.decide',
    body: z.object({
      kind: classKind,
      rows: z.array(z.object({ id: z.string().max(300), isSetUp: z.boolean(), target: uuid.nullable() })).max(5000),
    }),
    answer: classesAnswer,
    ifMatch: 'required',
  },
  'runs.scope': {
    summary: 'Which pupils are synced, and whether their e-mail addresses are used',
    access: 'run.read',
    answer: scopeAnswer,
  },
  'runs.countScope': {
    summary: 'How many pupils a choice takes in, and how many would become Desynced',
    access: 'run.read',
    body: z.object({ cohort }),
    answer: z.object({ pupils: z.number().int(), outside: z.number().int(), desynced: z.number().int() }),
  },
  'runs.saveScope': {
    summary: 'Chooses pupils and the use of their e-mail addresses; kept by the school (D25)',
    access: 'run.decide',
    body: z.object({ cohort, pupilEmails: z.enum(['chosen', 'none']) }),
    answer: scopeAnswer,
    ifMatch: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
