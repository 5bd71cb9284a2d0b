import { z } from 'zod'
import { instant, messageSchema, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'

/** What a run works on (D13): everything, or one panel by itself. */
const scopeSchema = z.enum(['all', 'staff', 'year_groups', 'registration_classes', 'subject_classes', 'pupils'])
export type RunScope = z.infer<typeof scopeSchema>

/** The panels of the wizard in the order of D16. `connect` is saved by starting the run. */
export const PANELS = ['staff', 'year_groups', 'registration_classes', 'subject_classes', 'pupils'] as const
/** Whether a first sync may go past a panel: it is saved, or may be skipped (S-44). */
export function isPanelDone(panel: Panel, savedPanels: readonly Panel[]): boolean {
  return panel === 'subject_classes' || savedPanels.includes(panel)
}
export const panelSchema = z.enum(PANELS)
export type Panel = z.infer<typeof panelSchema>

const runStateSchema = z.enum([
  'queued',
  'reading',
  'matching',
  'reviewing',
  'ready',
  'held',
  'applying',
  'applied',
  'failed',
  'discarded',
  'undone',
])
export type RunStateName = z.infer<typeof runStateSchema>

const peopleCounts = z.object({ created: z.number(), linked: z.number(), updated: z.number(), desynced: z.number(), unchanged: z.number() })

export const runSchema = z.object({
  id: uuid,
  purpose: z.enum(['sync', 'check', 'undo', 'rehearsal']),
  scope: scopeSchema,
  state: runStateSchema,
  /** True while a person looks at it in the browser; false: a command's run. */
  isInteractive: z.boolean(),
  /** Rises with every decision; what `If-Match` says. */
  version: z.number().int(),
  actor: z.string(),
  createdAt: instant,
  changedAt: instant,
  /** Such as `oneroster-1.1-csv`. */
  format: z.string().nullable(),
  /** When the file was read. */
  dataFrom: instant.nullable(),
  /** Null: absence is proven and counts as leaving; else why it does not. */
  absenceUnproven: z.string().nullable(),
  savedPanels: z.array(panelSchema),
  /** Panels that may be opened now (S-41, S-42). */
  openPanels: z.array(panelSchema),
  /** The school has applied a sync before: panels are free. */
  isFirst: z.boolean(),
  undoesRun: uuid.nullable(),
  undoneBy: uuid.nullable(),
  mayUndoUntil: instant.nullable(),
  /** A person said to apply it, and it waits for its turn. */
  isWaitingToApply: z.boolean(),
  progress: z.object({ step: z.string(), done: z.number(), total: z.number() }).nullable(),
  counts: peopleCounts.nullable(),
  /** Classes and year groups that it changes. */
  groups: z.number().nullable(),
  rows: z.object({ read: z.number(), used: z.number(), leftOut: z.number(), rejected: z.number() }).nullable(),
  seconds: z.number().nullable(),
  undoKept: z.number().nullable(),
  undoCannot: z.number().nullable(),
  messagesHeld: z.number(),
  failure: z.object({ code: z.string(), title: z.string(), cure: z.string() }).nullable(),
})
export type RunDetails = z.infer<typeof runSchema>

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
})

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

export const planSchema = z.object({
  hash: z.string(),
  state: runStateSchema,
  builtAt: instant,
  /** Records that *Sync* writes: what its button names. */
  changes: z.number().int(),
  lines: z.array(planLineSchema),
  holds: z.array(messageSchema.extend({ population: z.string() })),
  undoableUntil: instant,
  /** The caller's role may let a held plan go on. */
  mayApprove: z.boolean(),
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

export const readProblemSchema = z.object({
  code: z.string(),
  title: z.string(),
  cure: z.string(),
  file: z.string().nullable(),
  line: z.number().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
})
export type ReadProblem = z.infer<typeof readProblemSchema>

const planHash = z.object({ planHash: z.string().length(64) })
const runOnly = { answer: runSchema } as const

export const runRoutes = {
  'uploads.add': {
    summary: 'Reads a roster file and keeps what it says, encrypted, for 7 days',
    access: 'run.start',
    answer: uploadAnswer,
    status: 201,
    multipart: true,
    idempotencyKey: 'required',
  },
  'runs.list': {
    summary: 'The runs of the school, newest first',
    access: 'history.read',
    query: z.object({ ...pageQuery, state: z.enum(['applied', 'held', 'failed', 'undone', 'discarded', 'open']).optional() }),
    answer: pageOf(runSchema),
  },
  'runs.start': {
    summary: 'Opens a run over an upload, or over what was read last, for a person to review',
    access: 'run.start',
    body: z.object({ scope: scopeSchema, upload: uuid.optional() }),
    ...runOnly,
    status: 201,
    idempotencyKey: 'required',
  },
  'runs.open': { summary: 'The run that is open, if any', access: 'run.read', answer: z.object({ run: runSchema.nullable() }) },
  'runs.read': { summary: 'One run', access: 'history.read', ...runOnly },
  'runs.savePanel': { summary: 'Saves a panel of a first run, so that the next one opens (S-41)', access: 'run.decide', ...runOnly },
  'runs.plan': {
    summary: 'Makes the plan from the decisions as they stand; says which May match rows nobody decided (D11)',
    access: 'run.decide',
    body: z.object({ mayMatch: z.enum(['ask', 'leave_out', 'sync']) }),
    answer: planSchema,
  },
  'runs.planChanges': {
    summary: 'The records behind a line of the plan',
    access: 'run.read',
    query: z.object({ ...pageQuery, line: z.string().max(60).optional(), q: z.string().max(100).optional() }),
    answer: pageOf(changeSchema),
  },
  'runs.approve': {
    summary: 'Lets a held plan go on: exactly the one with this hash',
    access: 'run.approve',
    body: planHash,
    ...runOnly,
    idempotencyKey: 'required',
  },
  'runs.apply': {
    summary: 'Applies exactly the plan with this hash, in one transaction',
    access: 'run.apply',
    body: planHash,
    ...runOnly,
    status: 202,
    idempotencyKey: 'required',
  },
  'runs.stop': { summary: 'Stops a sync that has not been committed: nothing is changed', access: 'run.apply', ...runOnly },
  'runs.discard': { summary: 'Throws a run away', access: 'run.discard', ...runOnly, idempotencyKey: 'required' },
  'runs.undo': {
    summary: 'Makes the reverse plan of an applied run, to be reviewed and applied like any',
    access: 'run.undo',
    ...runOnly,
    status: 201,
    idempotencyKey: 'required',
  },
  'runs.changes': {
    summary: 'What a run changed',
    access: 'history.read',
    query: z.object({ ...pageQuery, q: z.string().max(100).optional(), recordKind: z.enum(['person', 'class', 'year_group']).optional() }),
    answer: pageOf(changeSchema),
  },
  'runs.problems': {
    summary: 'What could not be read or synced, with the place and the cure',
    access: 'run.read',
    query: z.object({ ...pageQuery }),
    answer: pageOf(readProblemSchema),
  },
} as const satisfies Record<string, RouteDefinition>
