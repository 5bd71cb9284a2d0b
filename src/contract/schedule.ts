import { z } from 'zod'
import { instant, typed, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'
import { runSchema } from './runs.ts'

/** A calendar date that exists, `YYYY-MM-DD`. */
export const dateSchema = z.iso.date()

/** Off; look only; sync what needs nobody; add who is new and change nothing else (D30). */
const modeSchema = z.enum(['off', 'check', 'sync', 'additions'])

/** What the last check found, in numbers. */
export const checkSchema = z.object({
  run: uuid,
  /** When it ended, or was asked for. */
  at: instant,
  by: z.string(),
  state: z.enum(['waiting', 'checked', 'failed']),
  /** Records that a sync would write. */
  changes: z.number().int(),
  /** Who may match somebody, and nobody has decided. */
  pupils: z.number().int(),
  staff: z.number().int(),
  errors: z.number().int(),
  /** Pupils in year groups that nobody has placed. */
  yearGroups: z.number().int(),
  /** Reasons why a guard would hold it. */
  holds: z.number().int(),
  /** The code of the problem that stopped it. */
  failure: z.string().nullable(),
})
export type CheckDetails = z.infer<typeof checkSchema>

const pausedSchema = z.object({ at: instant, by: z.string(), why: z.enum(['undo', 'person']), until: dateSchema.nullable() })

/** What Home says of the schedule. */
export const scheduleInShort = z.object({
  mode: modeSchema,
  /** The next time a check will be made; null: none is in sight. */
  nextAt: instant.nullable(),
  paused: pausedSchema.nullable(),
})

const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)
const scheduleChange = z.object({
  mode: modeSchema,
  /** By the clock of the school, `HH:MM`. */
  time,
  /** Days of the week, 1 for Monday. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  onlyInTerm: z.boolean(),
})

export const scheduleSchema = scheduleInShort.extend({
  ...scheduleChange.shape,
  /** Of the school. */
  timeZone: z.string(),
  /** The next day on which the school's clocks change; null: they do not within a year. */
  clocksChangeOn: dateSchema.nullable(),
  /** A term has been entered. */
  hasTerms: z.boolean(),
  lastCheck: checkSchema.nullable(),
  /** What `If-Match` says of it. */
  version: z.number().int(),
})
export type ScheduleDetails = z.infer<typeof scheduleSchema>

const periodBody = z
  .object({ kind: z.enum(['term', 'closed']), name: typed(80), from: dateSchema, to: dateSchema })
  .refine((it) => it.from <= it.to, { path: ['to'] })
const periodSchema = z.object({ id: uuid, kind: z.enum(['term', 'closed']), name: z.string(), from: dateSchema, to: dateSchema })
export const calendarSchema = z.object({
  /** Today by the school's clock. */
  today: dateSchema,
  /** In their order. */
  periods: z.array(periodSchema),
})
export type CalendarDetails = z.infer<typeof calendarSchema>

export const scheduleRoutes = {
  'schedule.read': {
    summary: 'When the school is checked by itself, and what came of it last',
    access: 'history.read',
    answer: scheduleSchema,
  },
  'schedule.change': {
    summary: 'Sets when the school is checked by itself, and whether it is then synced (D30)',
    access: 'school.configure',
    body: scheduleChange,
    answer: scheduleSchema,
    ifMatch: 'required',
  },
  'schedule.pause': {
    summary: 'Pauses the schedule until a day, on which it goes on by itself',
    access: 'school.configure',
    body: z.object({ until: dateSchema }),
    answer: scheduleSchema,
  },
  'schedule.resume': { summary: 'Ends a pause of the schedule', access: 'school.configure', answer: scheduleSchema },
  'checks.start': {
    summary: 'Checks what a sync would do, changes nothing, and prepares the sync where none is open',
    access: 'run.start',
    /** Where it reads: what was uploaded last. */
    body: z.object({ source: z.literal('newest_upload') }),
    answer: runSchema,
    status: 201,
    idempotencyKey: 'required',
  },
  'calendar.read': { summary: 'Terms, and days on which nothing is synced by itself', access: 'history.read', answer: calendarSchema },
  'calendar.add': {
    summary: 'Adds a period to the calendar',
    access: 'school.configure',
    body: periodBody,
    answer: calendarSchema,
    status: 201,
    idempotencyKey: 'required',
  },
  'calendar.change': {
    summary: 'Changes a period of the calendar',
    access: 'school.configure',
    body: periodBody,
    answer: calendarSchema,
  },
  'calendar.remove': { summary: 'Takes a period out of the calendar', access: 'school.configure', answer: calendarSchema },
} as const satisfies Record<string, RouteDefinition>
