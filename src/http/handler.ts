import type { z } from 'zod'
import type { RefusedPasswords } from '../access/index.ts'
import type { ROUTES, RouteAnswer, RouteId, SetUp } from '../contract/index.ts'
import type { Database } from '../db/index.ts'
import type { Presence } from '../events/index.ts'
import type { Problem, Result } from '../kernel/index.ts'
import type { SchoolScope } from '../permission/index.ts'
import type { IdSource, School } from '../schools/index.ts'

type Routes = typeof ROUTES
type QueryOf<Id extends RouteId> = Routes[Id] extends { query: infer Schema extends z.ZodType } ? z.output<Schema> : Record<string, never>
type BodyOf<Id extends RouteId> = Routes[Id] extends { body: infer Schema extends z.ZodType } ? z.output<Schema> : undefined
type IsInSchool<Id extends RouteId> = Routes[Id]['access'] extends 'public' | 'account' ? false : true

/** What a handler works with besides its call. */
export interface Services {
  readonly database: Database
  readonly ids: IdSource
  /** Who looks at which review now, as this process has heard. */
  readonly presence: Presence
  /** The installation's key: uploads are sealed with it. */
  readonly key: Uint8Array
  /** Where people reach Muster, without a slash at the end. */
  readonly publicUrl: string
  /** A mail server is set: e-mails go out. Without one they wait. */
  readonly sendsMail: boolean
  /** Hands a run to whoever works on runs: a worker elsewhere, or this process. */
  carryOn(job: { readonly schoolId: string; readonly runId: string; readonly actor: string }): Promise<void>
  /** Whoever knows it may set the installation up, while nobody has an account. */
  readonly setUpCode: string
  /** Passwords that nobody may use. */
  readonly refusedPasswords: RefusedPasswords
  /** Invents a school that has lived through a scenario but for its last step, which waits to be synced. */
  makeMadeUpSchool(scenario: MadeUp['scenario'], vocabulary: MadeUp['vocabulary']): Promise<School>
  /** A larger roster file is refused. */
  readonly uploadBytesMax: number
}

type MadeUp = Extract<SetUp['start'], { kind: 'made_up' }>

/** The signed-in account. */
export interface Caller {
  readonly accountId: string
  readonly name: string
  readonly email: string
}

/** A form with one file, as it arrived. The file is gone when the request has been answered. */
export interface ReceivedForm {
  /** Names of fields and their texts. */
  readonly fields: Readonly<Record<string, string>>
  /** Where the file lies. */
  readonly path: string
}

/** One request, checked: the path's parameters, query and body as their schemas say, and the right to do it. */
export interface RouteCall<Id extends RouteId> {
  readonly params: Readonly<Record<string, string>>
  readonly query: QueryOf<Id>
  readonly body: BodyOf<Id>
  readonly caller: Routes[Id]['access'] extends 'public' ? Caller | null : Caller
  /** Made by `allow` for the route's action. */
  readonly scope: IsInSchool<Id> extends true ? SchoolScope : undefined
  readonly school: IsInSchool<Id> extends true ? School : undefined
  /** What `If-Match` said; a route that requires it is not reached without. */
  readonly ifMatch: number
  /** The address the request came from; kept shortened, for who looks at their own sessions. */
  readonly address: string
  /** What the browser says of itself. */
  readonly userAgent: string
  /** The session cookie as it came; null: none. */
  readonly sessionToken: string | null
  /** The form that a multipart route takes; elsewhere there is none. */
  readonly form: Routes[Id] extends { multipart: true } ? ReceivedForm : undefined
  /** Signs the browser in (a new token) or out (null). */
  setSession(token: string | null): void
}

/** Why a request was not carried out, where there is more to say than the problem. */
export interface Refused {
  readonly problem: Problem
  readonly changedBy?: { readonly name: string; readonly at: string; readonly rows: readonly string[] }
  readonly fields?: readonly { readonly field: string; readonly code: string }[]
}

/** Parses nothing and decides nothing: calls one action and presents what came of it. */
export type Handler<Id extends RouteId> = (call: RouteCall<Id>, services: Services) => Promise<Result<RouteAnswer<Id>, Problem | Refused>>
