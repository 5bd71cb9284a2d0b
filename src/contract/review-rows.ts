import { z } from 'zod'
import { instant, kindSchema, messageSchema, pageQuery, statusSchema } from './common.ts'
import { explanationFields } from './explanation.ts'

/** One side of a row: a person as we hold them, or as the MIS says. */
export const sideSchema = z.object({
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
export const filterFields = {
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
export const rowQuery = z.object({
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
