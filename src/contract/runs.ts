import { z } from 'zod'
import { instant, pageOf, pageQuery, uuid } from './common.ts'
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

export const runStateSchema = z.enum([
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
  'checked',
])
export type RunStateName = z.infer<typeof runStateSchema>

const peopleCounts = z.object({ created: z.number(), linked: z.number(), updated: z.number(), desynced: z.number(), unchanged: z.number() })

/** How far a run is: steps begun of all, and, once it writes, records of each kind. */
export const progressFields = {
  step: z.string(),
  done: z.number(),
  total: z.number(),
  written: z
    .array(z.object({ population: z.enum(['pupil', 'staff', 'class', 'year_group']), done: z.number().int(), of: z.number().int() }))
    .optional(),
}

export const runSchema = z.object({
  id: uuid,
  purpose: z.enum(['sync', 'check', 'undo', 'rehearsal', 'merge']),
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
  /** Names of the year groups and registration classes that are synced (D25); null: all pupils. */
  cohort: z.object({ yearGroups: z.array(z.string()), registrationClasses: z.array(z.string()) }).nullable(),
  savedPanels: z.array(panelSchema),
  /** Panels that may be opened now (S-41, S-42). */
  openPanels: z.array(panelSchema),
  /** The school has applied a sync before: panels are free. */
  isFirst: z.boolean(),
  undoesRun: uuid.nullable(),
  /** The run whose plan this part was cut from, because a guard holds it (D20). */
  heldFrom: uuid.nullable(),
  /** The run of whose plan this one applies a part first (N-14). */
  firstOf: uuid.nullable(),
  /** It was on hold, and passes no limit any more: the next sync takes its changes. */
  isNoLongerHeld: z.boolean(),
  undoneBy: uuid.nullable(),
  /** An undo of what a run did to one person: their id. */
  onlyPerson: uuid.nullable(),
  mayUndoUntil: instant.nullable(),
  /** A discarded sync that can be had back with its decisions, and until when. */
  mayReopenUntil: instant.nullable(),
  /** A person said to apply it, and it waits for its turn. */
  isWaitingToApply: z.boolean(),
  progress: z.object(progressFields).nullable(),
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

/** People who cannot be taken in for one reason, and what to do about it. */
export const errorCauseSchema = z.object({
  code: z.string(),
  population: z.enum(['pupil', 'staff']),
  count: z.number().int(),
  title: z.string(),
  cure: z.string(),
  /** The first of them by name: what an office needs to find them, and no more. */
  people: z.array(z.object({ name: z.string(), className: z.string().nullable() })),
})
export type ErrorCause = z.infer<typeof errorCauseSchema>

const runOnly = { answer: runSchema } as const

export const runRoutes = {
  'runs.list': {
    summary: 'The runs of the school, newest first',
    access: 'history.read',
    query: z.object({ ...pageQuery, state: z.enum(['applied', 'checked', 'held', 'failed', 'undone', 'discarded', 'open']).optional() }),
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
  'runs.stop': { summary: 'Stops a sync that has not been committed: nothing is changed', access: 'run.apply', ...runOnly },
  'runs.discard': { summary: 'Throws a run away', access: 'run.discard', ...runOnly, idempotencyKey: 'required' },
  'runs.reopen': {
    summary: 'Opens a discarded sync again, with what was decided in it (D31)',
    access: 'run.start',
    ...runOnly,
    idempotencyKey: 'required',
  },
  'runs.undo': {
    summary: 'Makes the reverse plan of an applied run, to be reviewed and applied like any',
    access: 'run.undo',
    ...runOnly,
    status: 201,
    idempotencyKey: 'required',
  },
  'runs.undoPerson': {
    summary: 'Makes the reverse plan of what an applied run did to one person, to be reviewed and applied like any',
    access: 'run.undo',
    ...runOnly,
    status: 201,
    idempotencyKey: 'required',
  },
  'runs.errors': {
    summary: 'Whom the run cannot take in, by cause, with the cure',
    access: 'run.read',
    answer: z.object({ items: z.array(errorCauseSchema) }),
  },
  'runs.problems': {
    summary: 'What could not be read or synced, with the place and the cure',
    access: 'run.read',
    query: z.object({ ...pageQuery }),
    answer: pageOf(readProblemSchema),
  },
} as const satisfies Record<string, RouteDefinition>
