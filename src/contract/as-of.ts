import { z } from 'zod'
import { day, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'

/** How one record differs between the ends of two days (N-03). */
export const differenceSchema = z.object({
  recordKind: z.enum(['person', 'class', 'year_group']),
  /** Of a person or class that was there on the later day. */
  id: uuid.nullable(),
  key: z.string(),
  population: z.enum(['pupil', 'staff', 'class', 'year_group']),
  name: z.string(),
  /** `left` and `back`: the record was kept, and the MIS named the person no longer, or again. */
  what: z.enum(['added', 'removed', 'left', 'back', 'changed']),
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
export type DifferenceOfRecord = z.infer<typeof differenceSchema>

export const asOfRoutes = {
  'directory.difference': {
    summary: 'What differs between the ends of two days: in the school, in one class, or of one person (N-03)',
    access: 'people.read',
    query: z.object({
      ...pageQuery,
      from: day,
      to: day,
      population: z.enum(['pupil', 'staff', 'class', 'year_group']).optional(),
      class: uuid.optional(),
      person: uuid.optional(),
    }),
    answer: pageOf(differenceSchema).extend({ counts: z.record(z.string(), z.number().int()) }),
  },
} as const satisfies Record<string, RouteDefinition>
