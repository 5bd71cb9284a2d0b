import { z } from 'zod'
import { instant, kindSchema, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'

const applicationSchema = z.object({ id: uuid, name: z.string(), audience: z.enum(['pupils', 'staff', 'everyone']) })
export type Application = z.infer<typeof applicationSchema>

/**
 * How a person stands to an application. `limited`: they have access, but are {pupils} without a class or a year group, and so do
 * not appear in it yet (S-34).
 */
const accessStateSchema = z.enum(['with', 'without', 'limited', 'pending_deletion'])
export type AccessState = z.infer<typeof accessStateSchema>

const accessSchema = z.object({
  id: uuid,
  kind: kindSchema,
  name: z.string(),
  yearGroup: z.string().nullable(),
  registrationClass: z.string().nullable(),
  state: accessStateSchema,
  /** What they lack to appear in the application: `enabled` is somebody who is disabled; the others are of pupils. */
  lacks: z.array(z.enum(['enabled', 'class', 'year_group'])),
  hasLeft: z.boolean(),
  /** Since when, and who said so; `name` null: a sync by itself. Null: nobody has said anything. */
  changed: z.object({ at: instant, by: z.string().nullable() }).nullable(),
})
export type PersonAccess = z.infer<typeof accessSchema>

const ownAccessSchema = z.object({
  /** Of the application. */
  id: uuid,
  name: z.string(),
  hasAccess: z.boolean(),
  /** What was asked last; null: nothing, or it was granted. */
  asked: z.object({ at: instant, isDenied: z.boolean() }).nullable(),
})
export type OwnAccess = z.infer<typeof ownAccessSchema>

const accessRequestSchema = z.object({
  id: uuid,
  person: z.object({ id: uuid, name: z.string(), position: z.string().nullable() }),
  /** The name of what they ask for. */
  application: z.string(),
  at: instant,
})
export type AccessRequest = z.infer<typeof accessRequestSchema>

export const accessGrantRoutes = {
  'access.list': {
    summary: 'Who may use an application, and who may not',
    access: 'access.read',
    query: z.object({
      ...pageQuery,
      /** Absent: the first. */
      application: uuid.optional(),
      state: accessStateSchema.default('with'),
      kind: kindSchema.optional(),
      q: z.string().max(100).optional(),
      yearGroup: z.string().max(100).optional(),
      registrationClass: z.string().max(100).optional(),
      sort: z.enum(['name', '-name', 'year_group', '-year_group', 'class', '-class', 'since', '-since']).default('name'),
    }),
    answer: pageOf(accessSchema).extend({
      /** The one that is shown. */
      application: uuid,
      applications: z.array(applicationSchema),
      /** How many each state would show, with the other filters as they are. */
      counts: z.record(z.string(), z.number().int()),
      yearGroups: z.array(z.string()),
      registrationClasses: z.array(z.string()),
    }),
  },
  'access.change': {
    summary: 'Gives people access to an application, or takes it; the same with `changed` and the other word takes it back',
    access: 'access.change',
    body: z.object({ application: uuid, people: z.array(uuid).min(1).max(5_000), to: z.enum(['with', 'without']) }),
    answer: z.object({
      /** Who stood otherwise before. */
      changed: z.array(uuid),
      /** How many of them are pupils who do not appear yet (S-34). */
      limited: z.number().int(),
    }),
  },
  'access.own': {
    summary: 'How the caller stands to each application; empty where the school has no member of staff of their address',
    access: 'access.ask',
    answer: z.object({ items: z.array(ownAccessSchema) }),
  },
  'access.ask': {
    summary: 'Asks for access to an application for oneself',
    access: 'access.ask',
    body: z.object({ application: uuid }),
    answer: z.object({ items: z.array(ownAccessSchema) }),
  },
  'access.requests': {
    summary: 'Who has asked for access and waits for a word',
    access: 'access.read',
    answer: z.object({ items: z.array(accessRequestSchema) }),
  },
  'access.answer': {
    summary: 'Answers a request; of `ignored` whoever asked is not told',
    access: 'access.change',
    body: z.object({ request: uuid, answer: z.enum(['granted', 'denied', 'ignored']) }),
    answer: z.object({ items: z.array(accessRequestSchema) }),
  },
} as const satisfies Record<string, RouteDefinition>
