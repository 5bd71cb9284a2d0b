import { z } from 'zod'
import { codeSchema, passwordSchema } from './access.ts'
import { instant, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'

const eventKindSchema = z.enum([
  'signed_in',
  'locked',
  'password_changed',
  'password_reset',
  'session_ended',
  'sessions_ended',
  'authenticator_on',
  'authenticator_off',
  'recovery_code_used',
  'temporary_password',
])
/** What can happen to an account. */
export type AccountEventKind = z.infer<typeof eventKindSchema>

const accountSchema = z.object({
  name: z.string(),
  email: z.string(),
  /** Where the account is signed in now: the one that asks first, then by when each was used. */
  sessions: z.array(
    z.object({
      id: uuid,
      isThis: z.boolean(),
      browser: z.string().nullable(),
      system: z.string().nullable(),
      /** The network, not the computer. */
      address: z.string().nullable(),
      begunAt: instant,
      lastUsedAt: instant,
    }),
  ),
  /** The authenticator app that signing in asks for; null: none. `recoveryCodes` that are left. */
  authenticator: z.object({ since: instant, recoveryCodes: z.number().int() }).nullable(),
  /** The last that happened to it, newest first. */
  events: z.array(z.object({ kind: eventKindSchema, at: instant })),
})
export type MyAccount = z.infer<typeof accountSchema>

/** The password that somebody has now: what protects the account asks for it again. */
const presentPassword = z.string().max(200)

export const accountRoutes = {
  'account.read': { summary: 'The own account: where it is signed in, and what happened to it', access: 'account', answer: accountSchema },
  'account.changePassword': {
    summary: 'Changes the own password; ends every other session',
    access: 'account',
    body: z.object({ present: presentPassword, password: passwordSchema }),
    answer: accountSchema,
  },
  'account.endSession': { summary: 'Ends one session of the own account', access: 'account', answer: accountSchema },
  'account.endOthers': { summary: 'Ends every session of the own account but the one that asks', access: 'account', answer: accountSchema },
  'account.beginAuthenticator': {
    summary: 'Makes the secret of an authenticator app; it counts once a code of it was typed',
    access: 'account',
    body: z.object({ present: presentPassword }),
    answer: z.object({ secret: z.string(), address: z.string() }),
  },
  'account.confirmAuthenticator': {
    summary: 'Begins to ask for codes at sign-in; the recovery codes are shown this once',
    access: 'account',
    body: z.object({ code: codeSchema }),
    answer: z.object({ recoveryCodes: z.array(z.string()), account: accountSchema }),
  },
  'account.removeAuthenticator': {
    summary: 'Asks for no codes any more',
    access: 'account',
    body: z.object({ present: presentPassword }),
    answer: accountSchema,
  },
} as const satisfies Record<string, RouteDefinition>
