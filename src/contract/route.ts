import type { z } from 'zod'
import type { Action } from '../permission/index.ts'

/** Who may call: anybody, any signed-in account, or who may do this in the school of the path. */
export type Access = 'public' | 'account' | Action

/** What one route takes and gives. Schemas are the contract; `PATHS` says where it is. */
export interface RouteDefinition {
  readonly summary: string
  readonly access: Access
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** What a success answers; absent: 204 without a body. */
  readonly answer?: z.ZodType
  /** The status of a success; 200 with an answer, 204 without, unless said. */
  readonly status?: number
  /** `required`: the request carries an `Idempotency-Key` and is answered once (kept 24 hours). */
  readonly idempotencyKey?: 'required'
  /** `required`: the request says with `If-Match` what it has seen. */
  readonly ifMatch?: 'required'
  /** The body is not JSON: a form with a file. */
  readonly multipart?: true
}
