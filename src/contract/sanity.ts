import { z } from 'zod'
import { kindSchema, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'

/** What is looked at in a school, in the order in which it matters (S-145). */
export const CHECKS = [
  'pupil_without_class',
  'class_without_teacher',
  'class_without_pupils',
  'year_against_age',
  'pupil_without_year',
  'pupil_without_birth_date',
  'same_email',
  'staff_without_email',
  'staff_without_code',
  'person_not_linked',
] as const
const checkSchema = z.enum(CHECKS)
/** One thing that may be wrong with how a school is set up. */
export type Check = z.infer<typeof checkSchema>

/** Somebody, or a class, whom a check found. */
const checkedSchema = z.object({
  id: uuid,
  /** `class`, or what the person is. */
  kind: z.union([kindSchema, z.literal('class')]),
  name: z.string(),
  /** What the check is about: the year group, the address that two share. */
  detail: z.string().nullable(),
})
export type Checked = z.infer<typeof checkedSchema>

export const sanityRoutes = {
  'sanity.list': {
    summary: 'What may be wrong with how the school is set up: each check, and how many it found (S-145)',
    access: 'people.read',
    answer: z.object({ checks: z.array(z.object({ check: checkSchema, count: z.number().int() })) }),
  },
  'sanity.read': {
    summary: 'Whom or what one check found',
    access: 'people.read',
    query: z.object({ ...pageQuery, check: checkSchema }),
    answer: pageOf(checkedSchema),
  },
} as const satisfies Record<string, RouteDefinition>
