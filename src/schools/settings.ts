import { z } from 'zod'
import { isNamePattern } from '../roster/index.ts'

const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/)
const limit = z.object({ count: z.int().min(1), share: z.number().min(0).max(1) })

/** Limits of D19: a plan that passes both the number and the share waits for a person. */
const limitsSchema = z.object({
  leavers: limit.default({ count: 10, share: 0.05 }),
  /** For a kind with fewer than `smallKind` linked records. */
  leaversOfSmallKind: limit.default({ count: 3, share: 0.2 }),
  smallKind: z.int().min(0).default(60),
  joiners: limit.default({ count: 20, share: 0.5 }),
  identityChanges: limit.default({ count: 10, share: 0.2 }),
  otherUpdatesShare: z.number().min(0).max(1).default(0.75),
})

/** Chosen years or registration classes (S-82, D25). Empty lists do not restrict. */
const cohortSchema = z.object({
  yearGroups: z.array(z.string()).default([]),
  registrationClasses: z.array(z.string()).default([]),
})

/** A pattern is checked whenever it is used. */
const classNamingSchema = z.object({
  style: z.enum(['as_is', 'without_year', 'pattern']).default('as_is'),
  pattern: z.string().refine(isNamePattern).default('{year} {name}'),
})

/** Everything a school can set about its syncs, with the defaults of FEATURES D6, D11, D19 and S-89. */
export const schoolSettingsSchema = z.object({
  /** D6: whether New pupils and New staff are ticked at first. */
  importNewPupils: z.boolean().default(true),
  importNewStaff: z.boolean().default(false),
  /** D11: the brief's behaviour, to sync May match rows that nobody reviewed. */
  applyUnreviewedMayMatch: z.boolean().default(false),
  /**
   * S-108: whose e-mail addresses of pupils are used: everybody's that the source carries (the command line), those that a
   * person ticks, nobody's. Schools that are set up in the browser begin with nobody.
   */
  pupilEmails: z.enum(['all', 'chosen', 'none']).default('all'),
  /** D17: a deputy runs syncs, unless the school takes that away: then a deputy sees and does what a viewer does. */
  deputyMaySync: z.boolean().default(true),
  /** A coordinator may keep a detail of a synced person as it is here, with a reason and for a while. */
  mayPin: z.boolean().default(false),
  /** D31: how many days somebody who is deleted can still be restored. */
  deletedDays: z.int().min(1).max(184).default(30),
  /** How files name this school where that is not its external id; a person said so at an upload. */
  sourceSchool: z.string().nullable().default(null),
  /** S-89: nursery pupils are left out unless the school includes them; never silently. Null: by vocabulary. */
  includeNursery: z.boolean().nullable().default(null),
  /** D25; null: everybody. */
  cohort: cohortSchema.nullable().default(null),
  /** How classes that a sync creates are called. */
  classNaming: classNamingSchema.prefault({}),
  /** S-104: whether a class that left the source and has nobody in it is archived. */
  archiveEmptied: z.boolean().default(true),
  limits: limitsSchema.prefault({}),
  /** `MM-DD`, both days included: when expected leavers and moves do not count against the limits. */
  yearStartWindow: z.object({ from: monthAndDay, to: monthAndDay }).default({ from: '08-15', to: '09-30' }),
})

/** Everything a school can set, defaults filled in. */
export type SchoolSettings = z.infer<typeof schoolSettingsSchema>
/** From where a plan waits for a person (D19). */
export type Limits = z.infer<typeof limitsSchema>
/** Chosen years and registration classes (S-82). */
export type Cohort = z.infer<typeof cohortSchema>
