import { z } from 'zod'
import { instant, typed, uuid, vocabularySchema } from './common.ts'
import type { RouteDefinition } from './route.ts'

/** Roles that a coordinator can give (D17). */
const teamRoleSchema = z.enum(['access_coordinator', 'deputy', 'viewer'])
export type TeamRole = z.infer<typeof teamRoleSchema>

/** Staff whom a sync brings are invited as teachers. */
const invitedRoleSchema = z.enum(['access_coordinator', 'deputy', 'viewer', 'teacher'])
export type InvitedRole = z.infer<typeof invitedRoleSchema>

const emailSchema = z.email().max(254)
/** 12 characters or more, as people choose them: no rule about kinds of characters (NIST SP 800-63B). */
export const passwordSchema = z.string().min(12).max(200)

const schoolOfAccount = z.object({
  code: z.string(),
  name: z.string(),
  role: z.string(),
  vocabulary: vocabularySchema,
  timeZone: z.string(),
  isMadeUp: z.boolean(),
  /** What the account may do there. */
  actions: z.array(z.string()),
})
export type SchoolOfAccount = z.infer<typeof schoolOfAccount>

/** How somebody wants the review table: which columns besides, and how close its rows stand. Kept for the person. */
export const reviewViewSchema = z.object({
  columns: z.array(z.enum(['upn', 'mis_id'])).max(2),
  rows: z.enum(['comfortable', 'compact']),
})
export type ReviewView = z.infer<typeof reviewViewSchema>

export const sessionSchema = z.object({
  account: z.object({ id: uuid, name: z.string(), email: z.string(), reviewView: reviewViewSchema }).nullable(),
  /** Every request that changes something carries it as `X-CSRF-Token`. */
  csrfToken: z.string().nullable(),
  schools: z.array(schoolOfAccount),
  isPlatformAdmin: z.boolean(),
  /** `needed`: nobody has an account yet. */
  setUp: z.enum(['needed', 'done']),
})
export type Session = z.infer<typeof sessionSchema>

/** The made-up schools that set-up offers. */
export const SCENARIO_IDS = ['first-sync', 'september', 'messy-mis', 'change-of-mis', 'nothing-changed'] as const

const newSchool = z.object({ name: typed(120), externalId: typed(100), vocabulary: vocabularySchema })

const setUpSchema = z.object({
  code: z.string().min(1).max(100),
  account: z.object({ name: typed(120), email: emailSchema, password: passwordSchema }),
  start: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('made_up'), scenario: z.enum(SCENARIO_IDS), vocabulary: vocabularySchema }),
    z.object({ kind: z.literal('school'), school: newSchool }),
    z.object({ kind: z.literal('group'), name: typed(120), schools: z.array(newSchool).min(1).max(500) }),
  ]),
})
export type SetUp = z.infer<typeof setUpSchema>

export const schoolSchema = z.object({
  code: z.string(),
  name: z.string(),
  externalId: z.string(),
  vocabulary: vocabularySchema,
  timeZone: z.string(),
  isMadeUp: z.boolean(),
  group: z.string().nullable(),
  /** What `If-Match` says of it. */
  version: z.number().int(),
})
export type SchoolDetails = z.infer<typeof schoolSchema>

const memberSchema = z.object({
  id: uuid,
  name: z.string(),
  /** Null for who may not manage the team. */
  email: z.string().nullable(),
  role: z.string(),
  isYou: z.boolean(),
  lastSignIn: instant.nullable(),
})
const invitationSchema = z.object({ id: uuid, email: z.string(), role: teamRoleSchema, expiresAt: instant, invitedBy: z.string() })
export const teamSchema = z.object({ members: z.array(memberSchema), invitations: z.array(invitationSchema) })
export type Team = z.infer<typeof teamSchema>

/** Six digits of an authenticator app, or a recovery code; spaces and dashes do not count. */
export const codeSchema = z.string().max(40)

const invitationToken = z.object({ token: z.string().min(20).max(100) })

const resetToken = z.object({ token: z.string().min(20).max(100) })

export const accessRoutes = {
  'session.read': { summary: 'Who is signed in, and where they may do what', access: 'public', answer: sessionSchema },
  'session.begin': {
    summary: 'Signs in with e-mail address and password',
    access: 'public',
    body: z.object({
      email: z.string().max(254),
      password: z.string().max(200),
      code: codeSchema.optional(),
      newPassword: z.string().max(200).optional(),
    }),
    answer: sessionSchema,
  },
  'session.saveReviewView': { summary: 'Keeps how the caller wants the review table', access: 'account', body: reviewViewSchema },
  'session.end': { summary: 'Signs out', access: 'account' },
  'setUp.check': { summary: 'Whether a set-up code is right', access: 'public', body: z.object({ code: z.string().max(100) }) },
  'setUp.finish': {
    summary: 'Makes the first account and its school, group of schools or made-up school, and signs in',
    access: 'public',
    body: setUpSchema,
    answer: z.object({ school: z.string(), session: sessionSchema }),
    status: 201,
  },
  'invitation.read': {
    summary: 'What an invitation is to',
    access: 'public',
    body: invitationToken,
    answer: z.object({ school: z.string(), role: invitedRoleSchema, email: z.string(), hasAccount: z.boolean(), invitedBy: z.string() }),
  },
  'invitation.accept': {
    summary: 'Accepts an invitation with a new account, or with the password of the one there is; signs in',
    access: 'public',
    body: invitationToken.extend({ name: typed(120).optional(), password: z.string().min(1).max(200), code: codeSchema.optional() }),
    answer: z.object({ school: z.string(), session: sessionSchema }),
  },
  'passwordReset.ask': {
    summary: 'Sends a link to set a new password; says the same whether or not the address has an account',
    access: 'public',
    body: z.object({ email: z.string().max(254) }),
  },
  'passwordReset.read': {
    summary: 'Whose password a link sets',
    access: 'public',
    body: resetToken,
    answer: z.object({ email: z.string() }),
  },
  'passwordReset.finish': {
    summary: 'Sets a new password and ends all sessions of the account; the link works once',
    access: 'public',
    body: resetToken.extend({ password: z.string().min(1).max(200) }),
  },
  'school.read': { summary: 'The school', access: 'school.read', answer: schoolSchema },
  'school.change': {
    summary: 'Changes name, external ID, words or time zone of the school',
    access: 'school.configure',
    body: z.object({ name: typed(120), externalId: typed(100), vocabulary: vocabularySchema, timeZone: z.string().max(60) }).partial(),
    answer: schoolSchema,
    ifMatch: 'required',
  },
  'team.list': { summary: 'Who has which role', access: 'team.read', answer: teamSchema },
  'team.change': {
    summary: 'Gives a member another role',
    access: 'team.manage',
    body: z.object({ role: teamRoleSchema }),
    answer: teamSchema,
  },
  'team.remove': { summary: 'Takes a member out of the team; the account stays', access: 'team.manage', answer: teamSchema },
  'team.givePassword': {
    summary: 'Gives a member a temporary password, shown this once, which holds for 3 days and is changed at the next sign-in',
    access: 'team.manage',
    answer: z.object({ password: z.string(), expiresAt: instant }),
  },
  'team.invite': {
    summary: 'Invites somebody by e-mail; without one the link is shown this once, if they have never signed in',
    access: 'team.manage',
    body: z.object({ email: emailSchema, role: teamRoleSchema }),
    answer: z.object({ link: z.string().nullable(), isMailed: z.boolean(), expiresAt: instant, team: teamSchema }),
    status: 201,
  },
  'team.withdraw': { summary: 'Withdraws an invitation', access: 'team.manage', answer: teamSchema },
} as const satisfies Record<string, RouteDefinition>
