import { z } from 'zod'
import { day, kindSchema, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'

const leaverSchema = z.object({
  id: uuid,
  kind: kindSchema,
  name: z.string(),
  birthDate: z.string().nullable(),
  yearGroup: z.string().nullable(),
  /** The day, by the school's own clock, of the sync that found them gone. */
  leftOn: day,
  /** The day on which they left as the MIS said it; null: it said none. */
  lastDay: day.nullable(),
  /** `top_year`: as expected, at the turn of the year. `no_date`: the MIS no longer named them. */
  reason: z.enum(['top_year', 'no_date']),
  /** Where they stand in the review that is open, and whether the MIS names somebody there who is or may be them. */
  row: z.object({ run: uuid, id: uuid, isBack: z.boolean() }).nullable(),
})
export type Leaver = z.infer<typeof leaverSchema>

export const leaverRoutes = {
  'leavers.list': {
    summary: 'Who has left: kept, and out of lists and classes; `back`: those who may be in the MIS again, by the review that is open',
    access: 'people.read',
    query: z.object({
      ...pageQuery,
      q: z.string().max(100).optional(),
      reason: z.enum(['top_year', 'no_date', 'back']).optional(),
      /** Only who left on this day or later. */
      since: day.optional(),
      yearGroup: z.string().max(100).optional(),
      sort: z.enum(['name', '-name', 'year_group', '-year_group', 'left', '-left']).default('-left'),
      asOf: day.optional(),
    }),
    answer: pageOf(leaverSchema).extend({
      /** How many each choice of `reason` would show, with the other filters as they are; `all`: without one. */
      counts: z.record(z.string(), z.number().int()),
      yearGroups: z.array(z.string()),
    }),
  },
} as const satisfies Record<string, RouteDefinition>
