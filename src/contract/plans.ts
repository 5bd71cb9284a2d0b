import { z } from 'zod'
import { instant, messageSchema, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'
import { runSchema, runStateSchema } from './runs.ts'

/** One line of what a plan does, and of what it leaves out. */
export const planLineSchema = z.object({
  /** Such as `pupil.create` or `pupil.may_match`. */
  id: z.string(),
  section: z.enum(['people', 'classes', 'left_out']),
  population: z.enum(['pupil', 'staff', 'class', 'year_group']),
  act: z.string(),
  count: z.number().int(),
  /** Sentences under the line: what it means, with numbers. */
  notes: z.array(messageSchema),
})
export type PlanLine = z.infer<typeof planLineSchema>

/** One reason why a plan waits for a person (D19); `params` are `count`, `linked`, `expected` and what was emptied. */
const holdReason = messageSchema.extend({ population: z.string() })

/** What a plan means for people (N-14): `params` are `count` and, of classes, `names` and how many `more`. */
const consequence = messageSchema.extend({ population: z.string() })

export const planSchema = z.object({
  hash: z.string(),
  state: runStateSchema,
  builtAt: instant,
  /** Records that *Sync* writes: what its button names. */
  changes: z.number().int(),
  lines: z.array(planLineSchema),
  /** Why the guards hold this plan. */
  holds: z.array(holdReason),
  /** Parts that the guards have cut out of this plan and that still wait: each is a run of its own. */
  held: z.array(z.object({ run: uuid, changes: z.number().int(), holds: z.array(holdReason) })),
  /** The gravest first. */
  consequences: z.array(consequence),
  /** Everything that it writes, in four numbers. Nothing is ever deleted by a sync; an undo removes what its sync added. */
  totals: z.object({ added: z.number().int(), changed: z.number().int(), ended: z.number().int(), removed: z.number().int() }),
  /** Parts of this plan that were applied first, as runs of their own: the plan is the rest (N-14). */
  first: z.array(z.object({ run: uuid, changes: z.number().int(), at: instant })),
  /** How it differs from the plan that this run had before, whose hash this is; null: not at all, or there was none (point 19). */
  since: z.object({ hash: z.string(), more: z.number().int(), other: z.number().int(), gone: z.number().int() }).nullable(),
  undoableUntil: instant,
})
export type PlanDetails = z.infer<typeof planSchema>

/** One record that a plan changes, or that a run changed. */
export const changeSchema = z.object({
  key: z.string(),
  recordKind: z.enum(['person', 'class', 'year_group']),
  population: z.string(),
  operation: z.string(),
  name: z.string(),
  /** For a person we hold. */
  personId: uuid.nullable(),
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  reason: messageSchema,
})
export type ChangeDetails = z.infer<typeof changeSchema>

const plannedChangeSchema = changeSchema.extend({
  /** Of a person the registration class that they come into, else the one they are in: it tells namesakes apart. */
  registrationClass: z.string().nullable(),
})
export type PlannedChange = z.infer<typeof plannedChangeSchema>

const planHash = z.object({ planHash: z.string().length(64) })

/** Whom a sync begins with: everybody of one class, or people by the keys of their changes. */
const firstChoice = z.union([
  z.object({ class: z.string().min(1).max(300) }),
  z.object({ people: z.array(z.string().min(1).max(400)).min(1).max(50) }),
])
export type FirstChoice = z.infer<typeof firstChoice>

/** The part of a plan that a sync would begin with. */
const firstPartSchema = z.object({
  /** Of this part: what it is applied by. */
  hash: z.string(),
  changes: z.number().int(),
  lines: z.array(planLineSchema),
  consequences: z.array(consequence),
})
export type FirstPart = z.infer<typeof firstPartSchema>

export const planRoutes = {
  'runs.plan': {
    summary: 'Makes the plan from the decisions as they stand; says which May match rows nobody decided (D11)',
    access: 'run.decide',
    body: z.object({ mayMatch: z.enum(['ask', 'leave_out', 'sync']) }),
    answer: planSchema,
  },
  'runs.planChanges': {
    summary: 'The records behind a line of the plan',
    access: 'run.read',
    query: z.object({
      ...pageQuery,
      line: z.string().max(60).optional(),
      q: z.string().max(100).optional(),
      recordKind: z.enum(['person', 'class', 'year_group']).optional(),
      /**
       * Of a part on hold: those that the guards counted, or those that were not in it when somebody approved it. Of a plan that was
       * made anew (`since`): those that were not in the one before it, at most 200.
       */
      only: z.enum(['counted', 'not_approved', 'since']).optional(),
    }),
    answer: pageOf(plannedChangeSchema),
  },
  'runs.approve': {
    summary: 'Lets a held plan go on: exactly the one with this hash; a large one takes the number of its changes as well',
    access: 'run.approve',
    /** `typed`: the number of changes as the person typed it, where the hold says `needsNumber`. */
    body: planHash.extend({ typed: z.number().int().optional() }),
    answer: runSchema,
    idempotencyKey: 'required',
  },
  'runs.apply': {
    summary: 'Applies exactly the plan with this hash, in one transaction',
    access: 'run.apply',
    body: planHash,
    answer: runSchema,
    status: 202,
    idempotencyKey: 'required',
  },
  'runs.firstClasses': {
    summary: 'The classes of which a plan changes somebody: with which of them a sync can begin',
    access: 'run.apply',
    answer: z.object({ items: z.array(z.object({ ref: z.string(), name: z.string(), changes: z.number().int() })) }),
  },
  'runs.showFirst': {
    summary: 'What a sync would begin with: one class or a few people of the plan with this hash, and what they need (N-14)',
    access: 'run.apply',
    body: planHash.extend({ choice: firstChoice }),
    answer: firstPartSchema,
  },
  'runs.applyFirst': {
    summary: 'Applies exactly that part first, as a run of its own; the rest is then the plan, as it was shown',
    access: 'run.apply',
    body: planHash.extend({ choice: firstChoice, firstHash: z.string().length(64) }),
    answer: runSchema,
    status: 202,
    idempotencyKey: 'required',
  },
  'runs.changes': {
    summary: 'What a run changed',
    access: 'history.read',
    query: z.object({ ...pageQuery, q: z.string().max(100).optional(), recordKind: z.enum(['person', 'class', 'year_group']).optional() }),
    answer: pageOf(changeSchema),
  },
} as const satisfies Record<string, RouteDefinition>
