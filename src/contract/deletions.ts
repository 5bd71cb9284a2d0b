import { z } from 'zod'
import { day, instant, kindSchema, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'

/** Why somebody cannot be deleted (S-194, S-195). */
const blockReasonSchema = z.enum(['has_access', 'synced', 'protected', 'on_team'])
const blockedSchema = z.object({
  id: uuid,
  name: z.string(),
  why: z.array(blockReasonSchema),
  /** The applications that they have access to. */
  applications: z.array(z.string()),
})
export type BlockedPerson = z.infer<typeof blockedSchema>

const deletedSchema = z.object({
  id: uuid,
  kind: kindSchema,
  name: z.string(),
  yearGroup: z.string().nullable(),
  at: instant,
  by: z.string(),
  /** From which day they are removed for good. */
  removeOn: day,
  /** What keeps them from being removed; empty: nothing does. */
  why: z.array(blockReasonSchema),
})
export type DeletedPerson = z.infer<typeof deletedSchema>

const erasureSchema = z.object({
  id: uuid,
  /** Stands for nobody any more. */
  person: uuid,
  kind: kindSchema,
  why: z.enum(['retention', 'request']),
  /** Where the request is filed; null: their time had run out. */
  reference: z.string().nullable(),
  by: z.string(),
  at: instant,
  /** How many rows went. */
  rows: z.number().int(),
})
export type Erasure = z.infer<typeof erasureSchema>

const people = z.array(uuid).min(1).max(5_000)

export const deletionRoutes = {
  'deletions.list': {
    summary: 'Who is deleted and can be restored, and for how many days people can be',
    access: 'access.read',
    query: z.object({
      ...pageQuery,
      kind: kindSchema.optional(),
      q: z.string().max(100).optional(),
      sort: z.enum(['name', '-name', 'deleted', '-deleted', 'remove', '-remove']).default('-deleted'),
    }),
    answer: pageOf(deletedSchema).extend({ days: z.number().int() }),
  },
  'deletions.ask': {
    summary: 'Deletes people, who can be restored until a day (S-193); who cannot be deleted is told with the reason',
    access: 'people.delete',
    body: z.object({ people }),
    answer: z.object({ deleted: z.array(uuid), blocked: z.array(blockedSchema), removeOn: day }),
  },
  'deletions.restore': {
    summary: 'Restores people who are deleted, with access to every application for them or without (S-196, S-198)',
    access: 'people.delete',
    body: z.object({ people, withAccess: z.boolean() }),
    answer: z.object({ restored: z.array(uuid) }),
  },
  'deletions.keepFor': {
    summary: 'Says for how many days people can be restored; who is deleted already keeps their day (D31)',
    access: 'people.delete',
    body: z.object({ days: z.number().int().min(1).max(184) }),
    answer: z.object({ days: z.number().int() }),
  },
  'deletions.erase': {
    summary: 'Removes somebody who is deleted for good, because it was asked for in writing (S-197): no undo',
    access: 'people.delete',
    body: z.object({ person: uuid, reference: z.string().trim().min(1).max(100) }),
    answer: erasureSchema,
  },
  'deletions.receipts': {
    summary: 'The receipts of who was removed for good, the newest first',
    access: 'access.read',
    query: z.object(pageQuery),
    answer: pageOf(erasureSchema),
  },
} as const satisfies Record<string, RouteDefinition>
