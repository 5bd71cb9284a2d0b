import { z } from 'zod'
import { instant, kindSchema, messageSchema, pageOf, pageQuery, uuid } from './common.ts'
import { personSchema } from './people.ts'
import type { RouteDefinition } from './route.ts'

/** One of the two records of a pair. */
const duplicateSide = personSchema.extend({
  knownAs: z.string().nullable(),
  /** Masked. */
  upn: z.string().nullable(),
  customId: z.string().nullable(),
  username: z.string().nullable(),
  classes: z.array(z.string()),
})
export type DuplicateSide = z.infer<typeof duplicateSide>

/** Two of our people who may be one person. */
export const duplicateSchema = z.object({
  kind: kindSchema,
  /** The record to keep, unless a person says otherwise, and the other. */
  keep: duplicateSide,
  other: duplicateSide,
  /** What says it, strongest first: `upn`, `custom_id`, `email`, `names`. */
  basis: z.enum(['upn', 'custom_id', 'email', 'names']),
  /** Ticked when all are resolved at once. */
  isSure: z.boolean(),
  /** What speaks for and against it, strongest first. */
  evidence: z.array(messageSchema.extend({ isFor: z.boolean() })),
  doubts: z.array(messageSchema),
  /** Somebody said that they are two people; null: the question is open. */
  answered: z.object({ by: z.string(), at: instant }).nullable(),
})
export type Duplicate = z.infer<typeof duplicateSchema>

/** Records that become one person. */
const mergeSchema = z.object({
  keep: uuid,
  others: z.array(uuid).min(1).max(20),
  /** By field, the id of the record whose value is kept. What the MIS owns stays as the MIS says. */
  take: z.record(z.string().max(40), uuid).optional(),
})
const merges = z.array(mergeSchema).min(1).max(500)
const planHash = z.string().regex(/^[0-9a-f]{64}$/)

/** What merging, or splitting, would do to one person, in words' codes. */
const mergedPerson = z.object({
  id: uuid,
  name: z.string(),
  kind: kindSchema,
  others: z.array(z.object({ id: uuid, name: z.string() })),
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** The link with the MIS: is the kept record's own, comes from the other, or there is none. */
  link: z.enum(['stays', 'moves', 'none']),
  /** Records in the MIS that stand for the same person besides the one that is linked. */
  secondRecords: z.number().int(),
  /** A splitting: details that stay as they are, because they were changed since. */
  stays: z.array(z.string()),
})
/** A plan about people that nobody has to wait for: exactly what its hash says is done, or nothing. */
export const mergePlan = z.object({ planHash, people: z.array(mergedPerson) })
export type MergePlan = z.infer<typeof mergePlan>
const mergeDone = z.object({ run: uuid })

const pairSchema = z.object({ one: uuid, other: uuid })

export const duplicateRoutes = {
  'duplicates.list': {
    summary: 'People here who may be one person twice, the surest first; or those whom somebody has told apart',
    access: 'run.read',
    query: z.object({ ...pageQuery, kind: kindSchema.optional(), show: z.enum(['open', 'not_same']).default('open') }),
    answer: pageOf(duplicateSchema).extend({
      counts: z.object({ open: z.number().int(), sure: z.number().int(), not_same: z.number().int() }),
    }),
  },
  'duplicates.answer': {
    summary: 'Says that two people are two for ever, or that the question is open again',
    access: 'run.decide',
    body: z.object({ pairs: z.array(pairSchema).min(1).max(500), answer: z.enum(['not_same', 'open']) }),
    answer: z.object({ answered: z.number().int() }),
    idempotencyKey: 'required',
  },
  'people.planMerge': {
    summary: 'What merging these records would do. Changes nothing',
    access: 'run.read',
    body: z.object({ merges }),
    answer: mergePlan,
  },
  'people.merge': {
    summary: 'Makes each group of records one person, exactly as planned (D26)',
    access: 'run.apply',
    body: z.object({ merges, planHash }),
    answer: mergeDone,
    idempotencyKey: 'required',
  },
  'people.planSplit': {
    summary: 'What splitting a merged record off again would do. Changes nothing',
    access: 'run.undo',
    answer: mergePlan,
  },
  'people.split': {
    summary: 'Gives a merged person their record back, exactly as planned (D26)',
    access: 'run.undo',
    body: z.object({ planHash }),
    answer: mergeDone,
    idempotencyKey: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
