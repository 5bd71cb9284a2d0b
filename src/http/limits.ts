import type { RouteId } from '../contract/index.ts'

/** How often one address may call in a minute. A whole school comes from one address. */
const CALLS_PER_MINUTE = 3_000
/** Where somebody could try codes, tokens and passwords. Accounts have a lock of their own besides. */
const TRIES_PER_MINUTE = 60

const TRIED: ReadonlySet<RouteId> = new Set<RouteId>([
  'session.begin',
  'setUp.check',
  'setUp.finish',
  'invitation.read',
  'invitation.accept',
  'account.changePassword',
  'account.beginAuthenticator',
  'account.confirmAuthenticator',
  'account.removeAuthenticator',
  'passwordReset.ask',
  'passwordReset.read',
  'passwordReset.finish',
])

/** The limit that holds for all routes together. */
export const GENERAL_LIMIT = { max: CALLS_PER_MINUTE, timeWindow: 60_000 } as const

/** What a route says about its limit: its own count where something could be guessed there. */
export function rateLimitOf(id: RouteId): { readonly rateLimit?: { readonly max: number; readonly timeWindow: number } } {
  return TRIED.has(id) ? { rateLimit: { max: TRIES_PER_MINUTE, timeWindow: 60_000 } } : {}
}
