import { z } from 'zod'
import { day, instant, kindSchema, messageSchema, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'
import { progressFields, runSchema } from './runs.ts'
import { checkSchema, scheduleInShort } from './schedule.ts'

/** How a person stands to the MIS now: linked, never linked, or why the link ended. */
const syncStateSchema = z.enum(['synced', 'not_matched', 'desynced'])

export const personSchema = z.object({
  id: uuid,
  kind: kindSchema,
  name: z.string(),
  birthDate: z.string().nullable(),
  yearGroup: z.string().nullable(),
  /** Pupils: the calendar year in which their first school year began (S-91). */
  intakeYear: z.number().int().nullable(),
  registrationClass: z.string().nullable(),
  email: z.string().nullable(),
  position: z.string().nullable(),
  sync: syncStateSchema,
  /** Why desynced: `left`, `out_of_scope`, `unmatched`, `ids_cleared`, `merged`, `by_hand`. */
  reason: z.string().nullable(),
  isDisabled: z.boolean(),
})
export type ListedPersonDetails = z.infer<typeof personSchema>

const fieldOfPerson = z.object({
  field: z.string(),
  value: z.string().nullable(),
  /** The MIS owns it while the person is synced: read-only here (S-187). */
  isLocked: z.boolean(),
  /** Kept as it is here until the end of a day, although the MIS owns it; null: it is not. */
  pin: z.object({ reason: z.string(), until: day, by: z.string() }).nullable(),
  /** A coordinator may keep it as it is here, in a school that allows it. */
  mayBePinned: z.boolean(),
})
const timelineEntry = z.object({
  at: instant,
  by: z.string(),
  operation: z.string(),
  run: uuid.nullable(),
  /** Until when what the run did to this person can be taken back; null: it cannot. */
  mayUndoUntil: instant.nullable(),
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
export const personDetails = personSchema.extend({
  fields: z.array(fieldOfPerson),
  classes: z.array(z.object({ id: uuid, name: z.string(), kind: z.string(), role: z.string() })),
  timeline: z.array(timelineEntry),
  /** What the connection is called that the locked details come from; null: none are locked, or it is told of another day. */
  lockedBy: z.string().nullable(),
  /** How a record that is managed by hand stands once it is synced again; null: it is not, or it is told of another day. */
  goesBackTo: z.enum(['synced', 'left', 'out_of_scope']).nullable(),
  /** Why no sync takes them out or changes who they are before somebody has looked; null: they are as everybody, or it is told of another day. */
  protection: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
  version: z.number().int(),
  /** Whom they were merged into, and until when that can be split again. */
  mergedInto: z.object({ id: uuid, name: z.string(), splitUntil: instant }).nullable(),
  /** Who was merged into them. */
  mergedFrom: z.array(z.object({ id: uuid, name: z.string(), at: instant })),
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
  /** The description is the school's own: a sync leaves it (S-96). */
  ownsDescription: z.boolean(),
  version: z.number().int(),
  people: z.array(z.object({ id: uuid, name: z.string(), kind: kindSchema, role: z.string(), sync: syncStateSchema })),
})
export type ClassDetails = z.infer<typeof classDetails>

export const messageHeld = z.object({
  id: uuid,
  /** `staff_invitation`, `pupil_email_verification` or `team_invitation`. */
  kind: z.string(),
  to: z.string(),
  name: z.string(),
  run: uuid.nullable(),
  createdAt: instant,
  state: z.enum(['held', 'queued', 'sending', 'sent', 'bounced', 'failed', 'dropped']),
  /** Why it waits, such as `no_mail_server` (D32), or why it was not delivered; null: it goes its way. */
  why: z.string().nullable(),
  /** Of one that waits to be sent: not before this time. */
  notBefore: instant.nullable(),
  endedAt: instant.nullable(),
  /** What the mail server answered last, such as 550. */
  replyCode: z.number().int().nullable(),
})
export type HeldMessage = z.infer<typeof messageHeld>

export const homeSchema = z.object({
  /** One sentence that says whether anything must be done (C3). */
  sentence: messageSchema,
  /** How the sync stands, in a word whose meaning, next step and owner Home tells (C3). */
  status: z.enum([
    'up_to_date',
    'out_of_date',
    'needs_decisions',
    'ready',
    'new_data',
    'on_hold',
    'checking',
    'syncing',
    'finished_with_warnings',
    'failed',
    'stopped',
    'paused',
    'not_connected',
  ]),
  /** People of the open sync who wait for a decision, or cannot be synced, by where they are listed. */
  waiting: z.object({
    pupils: z.number().int(),
    staff: z.number().int(),
    pupilErrors: z.number().int(),
    staffErrors: z.number().int(),
  }),
  /** What the first button does; null: nothing to do. */
  next: z.enum(['start', 'continue', 'review', 'sync', 'wait', 'upload', 'holds']).nullable(),
  /** A file has been read, or a connection lives: *Start sync* is there (S-13). */
  hasData: z.boolean(),
  dataFrom: instant.nullable(),
  openRun: runSchema.nullable(),
  /** Who asks for access and waits for the caller's word; 0 for who may not give it. */
  accessRequests: z.number().int(),
  /** Parts of plans that wait for a person because they would change more than usual. */
  holds: z.number().int(),
  lastApplied: runSchema.nullable(),
  /** Null for who may not see what came of runs. */
  schedule: scheduleInShort.nullable(),
  lastCheck: checkSchema.nullable(),
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
  ...progressFields,
})
export type ProgressEvent = z.infer<typeof progressEventSchema>
/** Somebody came to a review, or left it; who it is, `runs.presence` tells whoever may see the review. Not kept either. */
export const presenceEventSchema = z.object({ type: z.literal('presence'), run: uuid })
export type PresenceEvent = z.infer<typeof presenceEventSchema>

/** Everything as it was at the end of a day, by the school's own clock; absent: as it is now. */
const asOfQuery = z.object({ asOf: day.optional() })

export const directoryRoutes = {
  'home.read': { summary: 'What there is to do, in one sentence, and the school in numbers', access: 'school.read', answer: homeSchema },
  'events.read': {
    summary: 'What happens, as a stream (Accept: text/event-stream, resumable by Last-Event-ID) or, as JSON, what came after an id',
    access: 'school.read',
    query: z.object({ after: z.coerce.number().int().min(0).optional() }),
    answer: z.object({ events: z.array(eventSchema), progress: z.array(progressEventSchema), last: z.number().int() }),
  },
  'people.list': {
    summary: 'The people we hold; who has left is in `leavers.list`',
    access: 'people.read',
    query: z.object({
      ...pageQuery,
      kind: kindSchema.optional(),
      q: z.string().max(100).optional(),
      sync: z.enum(['synced', 'not_matched', 'desynced']).optional(),
      yearGroup: z.string().max(100).optional(),
      registrationClass: z.string().max(200).optional(),
      sort: z.enum(['name', '-name', 'year_group', '-year_group', 'class', '-class', 'sync', '-sync']).default('name'),
      asOf: day.optional(),
    }),
    answer: pageOf(personSchema).extend({
      counts: z.record(z.string(), z.number().int()),
      yearGroups: z.array(z.string()),
      registrationClasses: z.array(z.string()),
    }),
  },
  'people.add': {
    summary: 'Adds somebody by hand: not matched, until a sync finds them in the MIS (S-206)',
    access: 'people.add',
    body: z.object({
      kind: kindSchema,
      fields: z.record(z.string().max(40), z.string().max(200).nullable()),
      /** Pupils: the name of a registration class, if they are in one. */
      registrationClass: z.string().max(200).nullable(),
      /** Also where somebody with this name, and this birth date where both are known, is here already. */
      evenIfAlike: z.boolean().default(false),
    }),
    answer: personDetails,
    status: 201,
    idempotencyKey: 'required',
  },
  'people.read': {
    summary: 'One person, with locks and timeline; `asOf`: as they were at the end of a day (N-03)',
    access: 'people.read',
    query: asOfQuery,
    answer: personDetails,
  },
  'people.change': {
    summary: 'Changes details that are not owned by the MIS (S-187)',
    access: 'school.configure',
    body: z.object({ fields: z.record(z.string().max(40), z.string().max(200).nullable()) }),
    answer: personDetails,
    ifMatch: 'required',
  },
  'people.pin': {
    summary: 'Keeps a detail of a synced person as it is here, with a reason, until the end of a day',
    access: 'school.configure',
    body: z.object({ field: z.string().max(40), value: z.string().max(200).nullable(), reason: z.string().max(200), until: day }),
    answer: personDetails,
    ifMatch: 'required',
  },
  'people.unpin': {
    summary: 'Gives a detail back to the MIS: the next sync brings what it says',
    access: 'school.configure',
    body: z.object({ field: z.string().max(40) }),
    answer: personDetails,
    ifMatch: 'required',
  },
  'people.protect': {
    summary: 'Protects a person: no sync takes them out, or changes who they are, before somebody has looked (N-14)',
    access: 'school.configure',
    body: z.object({ reason: z.string().trim().min(1).max(200) }),
    answer: personDetails,
    ifMatch: 'required',
  },
  'people.unprotect': {
    summary: 'Protects a person no longer',
    access: 'school.configure',
    answer: personDetails,
    ifMatch: 'required',
  },
  'people.manageByHand': {
    summary: 'Takes a record out of the sync: nothing of it is locked, no sync takes it back or sets up a second one (D3)',
    access: 'school.configure',
    answer: personDetails,
    ifMatch: 'required',
  },
  'people.syncAgain': {
    summary: 'Gives a record that is managed by hand back to the sync, as it stood before',
    access: 'school.configure',
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
      asOf: day.optional(),
    }),
    answer: pageOf(classSchema).extend({ counts: z.record(z.string(), z.number().int()) }),
  },
  'classes.read': {
    summary: 'One class and who is in it; `asOf`: as it was at the end of a day (N-03)',
    access: 'people.read',
    query: asOfQuery,
    answer: classDetails,
  },
  'classes.change': {
    summary: 'Changes the description of a class (S-96), or takes it into the archive or out of it (S-104)',
    access: 'school.configure',
    body: z.object({
      description: z.string().max(1000).nullable().optional(),
      ownsDescription: z.boolean().optional(),
      isArchived: z.boolean().optional(),
    }),
    answer: classDetails,
    ifMatch: 'required',
  },
  'messages.list': {
    summary: 'E-mails that wait, were sent, or were not delivered (D32)',
    access: 'message.read',
    query: z.object({
      ...pageQuery,
      show: z.enum(['all', 'waiting', 'sent', 'undelivered', 'dropped']).default('all'),
      q: z.string().max(100).default(''),
    }),
    answer: pageOf(messageHeld).extend({ sendsMail: z.boolean() }),
  },
  'messages.preview': {
    summary: 'An e-mail as it is sent, with the secret part of its link hidden',
    access: 'message.read',
    answer: z.object({ to: z.string(), subject: z.string(), text: z.string() }),
  },
  'messages.release': {
    summary: 'Lets waiting e-mails be sent, at once or not before a time',
    access: 'message.send',
    body: z.object({ messages: z.array(uuid).min(1).max(1000), notBefore: instant.optional() }),
    answer: z.object({ released: z.number().int() }),
    idempotencyKey: 'required',
  },
  'messages.hold': {
    summary: 'Holds back e-mails that were to be sent',
    access: 'message.send',
    body: z.object({ messages: z.array(uuid).min(1).max(1000) }),
    answer: z.object({ held: z.number().int() }),
    idempotencyKey: 'required',
  },
  'messages.sendAgain': {
    summary: 'Sends an e-mail once more that was sent, or was not delivered',
    access: 'message.send',
    idempotencyKey: 'required',
  },
  'messages.drop': {
    summary: 'Drops waiting e-mails: they are never sent',
    access: 'message.drop',
    body: z.object({ messages: z.array(uuid).min(1).max(1000) }),
    answer: z.object({ dropped: z.number().int() }),
    idempotencyKey: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
