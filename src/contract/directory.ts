import { z } from 'zod'
import { instant, kindSchema, messageSchema, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'
import { runSchema } from './runs.ts'

/** How a person stands to the MIS now: linked, never linked, or why the link ended. */
const syncStateSchema = z.enum(['synced', 'not_matched', 'desynced'])

export const personSchema = z.object({
  id: uuid,
  kind: kindSchema,
  name: z.string(),
  birthDate: z.string().nullable(),
  yearGroup: z.string().nullable(),
  registrationClass: z.string().nullable(),
  email: z.string().nullable(),
  position: z.string().nullable(),
  sync: syncStateSchema,
  /** Why desynced: `left`, `out_of_scope`, `unmatched`, `ids_cleared`, `merged`. */
  reason: z.string().nullable(),
  isDisabled: z.boolean(),
})
export type ListedPersonDetails = z.infer<typeof personSchema>

const fieldOfPerson = z.object({
  field: z.string(),
  value: z.string().nullable(),
  /** The MIS owns it while the person is synced: read-only here (S-187). */
  isLocked: z.boolean(),
})
const timelineEntry = z.object({
  at: instant,
  by: z.string(),
  operation: z.string(),
  run: uuid.nullable(),
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
export const personDetails = personSchema.extend({
  fields: z.array(fieldOfPerson),
  classes: z.array(z.object({ id: uuid, name: z.string(), kind: z.string(), role: z.string() })),
  timeline: z.array(timelineEntry),
  version: z.number().int(),
})
export type PersonDetails = z.infer<typeof personDetails>

export const classSchema = z.object({
  id: uuid,
  name: z.string(),
  kind: z.enum(['registration', 'subject', 'group']),
  yearGroups: z.array(z.string()),
  pupils: z.number().int(),
  teachers: z.array(z.string()),
  isSynced: z.boolean(),
  isArchived: z.boolean(),
})
export type ListedClass = z.infer<typeof classSchema>
export const classDetails = classSchema.extend({
  description: z.string().nullable(),
  people: z.array(z.object({ id: uuid, name: z.string(), kind: kindSchema, role: z.string(), sync: syncStateSchema })),
})
export type ClassDetails = z.infer<typeof classDetails>

export const messageHeld = z.object({
  id: uuid,
  /** `staff_invitation` or `pupil_email_verification`. */
  kind: z.string(),
  to: z.string(),
  name: z.string(),
  run: uuid.nullable(),
  createdAt: instant,
  state: z.enum(['held', 'dropped']),
  /** `no_mail_server` or `made_up_school` (D32). */
  why: z.string(),
})
export type HeldMessage = z.infer<typeof messageHeld>

export const homeSchema = z.object({
  /** One sentence that says whether anything must be done (C3). */
  sentence: messageSchema,
  /** What the first button does; null: nothing to do. */
  next: z.enum(['start', 'continue', 'review', 'sync', 'wait', 'upload']).nullable(),
  /** A file has been read, or a connection lives: *Start sync* is there (S-13). */
  hasData: z.boolean(),
  dataFrom: instant.nullable(),
  openRun: runSchema.nullable(),
  lastApplied: runSchema.nullable(),
  tiles: z.object({
    pupils: z.number().int(),
    pupilsSynced: z.number().int(),
    staff: z.number().int(),
    staffSynced: z.number().int(),
    classes: z.number().int(),
    yearGroups: z.number().int(),
    leavers: z.number().int(),
    needsDecision: z.number().int(),
    errors: z.number().int(),
    messagesHeld: z.number().int(),
  }),
  /** Year groups or classes were synced after the pupils were: check pupils again (S-45). */
  checkPupilsAgain: z.boolean(),
})
export type Home = z.infer<typeof homeSchema>

/** Something happened in the school: what to read again. The same over the stream and by polling. */
export const eventSchema = z.object({
  /** What `Last-Event-ID` names; events of a school in the order in which they became true. */
  id: z.number().int(),
  type: z.enum(['run', 'review', 'directory', 'team', 'school', 'reset']),
  run: uuid.nullable(),
  version: z.number().int().nullable(),
  at: instant,
})
export type SchoolEvent = z.infer<typeof eventSchema>
/** Without an id: it is not kept, the next one says it anew. */
export const progressEventSchema = z.object({
  type: z.literal('progress'),
  run: uuid,
  step: z.string(),
  done: z.number(),
  total: z.number(),
})
export type ProgressEvent = z.infer<typeof progressEventSchema>

export const directoryRoutes = {
  'home.read': { summary: 'What there is to do, in one sentence, and the school in numbers', access: 'school.read', answer: homeSchema },
  'events.read': {
    summary: 'What happens, as a stream (Accept: text/event-stream, resumable by Last-Event-ID) or, as JSON, what came after an id',
    access: 'school.read',
    query: z.object({ after: z.coerce.number().int().min(0).optional() }),
    answer: z.object({ events: z.array(eventSchema), progress: z.array(progressEventSchema), last: z.number().int() }),
  },
  'people.list': {
    summary: 'The people we hold',
    access: 'people.read',
    query: z.object({
      ...pageQuery,
      kind: kindSchema.optional(),
      q: z.string().max(100).optional(),
      sync: z.enum(['synced', 'not_matched', 'desynced', 'leavers']).optional(),
      yearGroup: z.string().max(100).optional(),
      registrationClass: z.string().max(200).optional(),
      sort: z.enum(['name', '-name', 'year_group', '-year_group', 'class', '-class', 'sync', '-sync']).default('name'),
    }),
    answer: pageOf(personSchema).extend({
      counts: z.record(z.string(), z.number().int()),
      yearGroups: z.array(z.string()),
      registrationClasses: z.array(z.string()),
    }),
  },
  'people.read': { summary: 'One person, with locks and timeline', access: 'people.read', answer: personDetails },
  'people.change': {
    summary: 'Changes details that are not owned by the MIS (S-187)',
    access: 'school.configure',
    body: z.object({ fields: z.record(z.string().max(40), z.string().max(200).nullable()) }),
    answer: personDetails,
    ifMatch: 'required',
  },
  'classes.list': {
    summary: 'Classes and groups',
    access: 'people.read',
    query: z.object({
      ...pageQuery,
      kind: z.enum(['registration', 'subject', 'group']).optional(),
      q: z.string().max(100).optional(),
      archived: z.enum(['no', 'only']).default('no'),
      sort: z.enum(['name', '-name', 'kind', '-kind', 'pupils', '-pupils']).default('name'),
    }),
    answer: pageOf(classSchema).extend({ counts: z.record(z.string(), z.number().int()) }),
  },
  'classes.read': { summary: 'One class and who is in it', access: 'people.read', answer: classDetails },
  'messages.list': {
    summary: 'E-mails that are owed and wait (D32)',
    access: 'message.read',
    query: z.object({ ...pageQuery }),
    answer: pageOf(messageHeld),
  },
  'messages.drop': {
    summary: 'Drops waiting e-mails: they are never sent',
    access: 'message.drop',
    body: z.object({ messages: z.array(uuid).min(1).max(1000) }),
    answer: z.object({ dropped: z.number().int() }),
    idempotencyKey: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
