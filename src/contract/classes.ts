import { z } from 'zod'
import { day, kindSchema, pageOf, pageQuery, uuid } from './common.ts'
import { asOfQuery, syncStateSchema } from './people.ts'
import type { RouteDefinition } from './route.ts'

export const classSchema = z.object({
  id: uuid,
  name: z.string(),
  kind: z.enum(['registration', 'subject', 'group']),
  yearGroups: z.array(z.string()),
  pupils: z.number().int(),
  teachers: z.array(z.string()),
  isSynced: z.boolean(),
  isArchived: z.boolean(),
  /** A group that people here made and fill: no sync touches it (S-101). */
  isOwnGroup: z.boolean(),
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

export const classRoutes = {
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
    summary: 'Changes the name (S-103, not synced), the description of a class (S-96), or takes it into the archive or out of it (S-104)',
    access: 'school.configure',
    body: z.object({
      name: z.string().trim().min(1).max(100).optional(),
      description: z.string().max(1000).nullable().optional(),
      ownsDescription: z.boolean().optional(),
      isArchived: z.boolean().optional(),
    }),
    answer: classDetails,
    ifMatch: 'required',
  },
  'classes.addGroup': {
    summary: "Makes a group of the school's own, independent of any sync (S-101)",
    access: 'groups.edit',
    body: z.object({ name: z.string().trim().min(1).max(100), description: z.string().trim().max(1000).nullable() }),
    answer: classDetails,
    status: 201,
    idempotencyKey: 'required',
  },
  'classes.members': {
    summary: "Puts people into a group of the school's own, or takes them out; nobody is deleted (S-106)",
    access: 'groups.edit',
    body: z.object({ add: z.array(uuid).max(5_000), remove: z.array(uuid).max(5_000) }),
    answer: z.object({ added: z.array(uuid), removed: z.array(uuid), class: classDetails }),
  },
  'classes.removeAll': {
    summary: 'Empties a class that is not synced; nobody is deleted (S-102)',
    access: 'school.configure',
    answer: z.object({ removed: z.array(uuid), class: classDetails }),
  },
  'classes.delete': {
    summary: 'Deletes a class that is not synced and has nobody in it (S-102)',
    access: 'school.configure',
    ifMatch: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
