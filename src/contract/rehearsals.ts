import { z } from 'zod'
import { instant, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'
import { dateSchema } from './schedule.ts'

const names = z.array(z.string())

const rehearsalReportSchema = z.object({
  classes: z.object({
    kept: z.number().int(),
    renamed: z.array(z.object({ from: z.string(), to: z.string() })),
    added: names,
    /** Classes that end, or that nobody is in any more. */
    ended: names,
    /** Names that end with one class and begin anew with another. */
    reusedNames: names,
    withoutTeacher: names,
  }),
  pupils: z.object({
    added: z.number().int(),
    leave: z.number().int(),
    changeClass: z.number().int(),
    withoutClass: z.number().int(),
  }),
  staff: z.object({ added: z.number().int(), leave: z.number().int(), withoutClass: z.number().int() }),
  years: z.object({
    stay: z.number().int(),
    moves: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), pupils: z.number().int() })),
  }),
  /** What a guard would hold; it was rehearsed all the same. */
  holds: z.array(z.object({ code: z.string(), population: z.string(), count: z.number().int(), linked: z.number().int() })),
})
export type RehearsalReportDetails = z.infer<typeof rehearsalReportSchema>

export const rehearsalSchema = z.object({
  run: uuid,
  /** When it was asked for. */
  at: instant,
  by: z.string(),
  /** The day that was rehearsed. */
  on: dateSchema,
  state: z.enum(['waiting', 'done', 'failed']),
  /** Who may match somebody, and nobody has decided: left out of it. */
  undecided: z.number().int(),
  errors: z.number().int(),
  report: rehearsalReportSchema.nullable(),
  failure: z.string().nullable(),
})
export type RehearsalDetails = z.infer<typeof rehearsalSchema>

export const rehearsalRoutes = {
  'rehearsals.list': {
    summary: 'What rehearsals have shown, newest first: 20 at the most (N-11)',
    access: 'run.read',
    answer: z.object({ rehearsals: z.array(rehearsalSchema) }),
  },
  'rehearsals.start': {
    summary: 'Does a whole sync as on a day, takes it back, and keeps a report of it; the school stays as it is',
    access: 'run.start',
    /** Without an upload: what was uploaded last. */
    body: z.object({ upload: uuid.nullable(), on: dateSchema }),
    answer: z.object({ run: uuid }),
    status: 201,
    idempotencyKey: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
