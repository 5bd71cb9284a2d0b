import { z } from 'zod'
import { day, instant, kindSchema, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'

/** How a person stands to the MIS now: linked, never linked, or why the link ended. */
export const syncStateSchema = z.enum(['synced', 'not_matched', 'desynced'])

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
  /** They wait to be deleted, and can be restored until a day; null: they do not, or it is told of another day. */
  deletion: z.object({ at: instant, by: z.string(), removeOn: day }).nullable(),
  /** Somebody here disabled them: no sync enables them. False where it is told of another day. */
  isDisabledHere: z.boolean(),
  version: z.number().int(),
  /** Whom they were merged into, and until when that can be split again. */
  mergedInto: z.object({ id: uuid, name: z.string(), splitUntil: instant }).nullable(),
  /** Who was merged into them. */
  mergedFrom: z.array(z.object({ id: uuid, name: z.string(), at: instant })),
})
export type PersonDetails = z.infer<typeof personDetails>

/** Everything as it was at the end of a day, by the school's own clock; absent: as it is now. */
export const asOfQuery = z.object({ asOf: day.optional() })

export const peopleRoutes = {
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
  'people.disable': {
    summary: 'Disables somebody: they sign in nowhere and appear in no application, and no sync enables them (S-199)',
    access: 'school.configure',
    answer: personDetails,
    ifMatch: 'required',
  },
  'people.enable': {
    summary: 'Enables somebody; synced, they are again what the MIS says',
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
} as const satisfies Record<string, RouteDefinition>
