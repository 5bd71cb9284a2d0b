import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { type Database, inSchool } from '../db/index.ts'
import { CRASHED_SECONDS, dropKey, type KnownRequest, keepKey, type OnceRequest, storeAnswer, takeKey } from '../events/index.ts'
import { canonicalJson, fail, type Json, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { SchoolScope } from '../permission/index.ts'

/** What a request is answered. Null: without a body. */
export interface Answer {
  readonly status: number
  readonly body: object | null
}

/** A request that must be carried out once. */
export interface AskedOnce {
  readonly request: FastifyRequest
  /** As it was parsed; of a form, what tells it from others. */
  readonly body: unknown
  readonly scope: SchoolScope
  readonly now: Date
}

/** An answer, and whether it is the one of an earlier request under the same key. */
export interface AnsweredOnce {
  readonly answer: Answer
  readonly isReplayed: boolean
}

const KEY_LENGTH_MAX = 200

/**
 * Carries a request out once under its `Idempotency-Key`: whoever sends the same again within 24 hours gets the same answer.
 * Faults are not kept, so that they may be tried again.
 */
export async function answeredOnce(
  database: Database,
  asked: AskedOnce,
  work: () => Promise<Answer>,
): Promise<Result<AnsweredOnce, Problem>> {
  const { request, scope, now } = asked
  const key = keyOf(request)
  if (!key.ok) return key
  const once = { actor: scope.actor.id, key: key.value, digest: digestOf(asked) }
  const known = await inSchool(database, scope, (tx) => takeKey(tx, once, now))
  if (known !== null) return replayed(known)
  const answer = await whileKept(database, { scope, once }, work)
  await inSchool(database, scope, (tx) => (answer.status >= 500 ? dropKey(tx, once) : storeAnswer(tx, once, answer)))
  return ok({ answer, isReplayed: false })
}

/** The `Idempotency-Key` of a request. */
export function keyOf({ headers }: FastifyRequest): Result<string, Problem> {
  const key = String(headers['idempotency-key'] ?? '')
  return /^[\x21-\x7e]+$/.test(key) && key.length <= KEY_LENGTH_MAX ? ok(key) : fail(problem('idempotency.key_needed'))
}

function replayed({ isSame, status, answer }: KnownRequest): Result<AnsweredOnce, Problem> {
  if (!isSame) return fail(problem('idempotency.other_request'))
  if (status === null) return fail(problem('idempotency.in_progress'))
  return ok({ answer: { status, body: JSON.parse(answer ?? 'null') }, isReplayed: true })
}

/** Work may take longer than it takes others to think that we have crashed. */
async function whileKept(
  database: Database,
  { scope, once }: { readonly scope: SchoolScope; readonly once: OnceRequest },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const keep = (): void => void inSchool(database, scope, (tx) => keepKey(tx, once, new Date())).catch(() => {})
  const timer = setInterval(keep, (CRASHED_SECONDS * 1000) / 3)
  try {
    return await work()
  } catch (error) {
    await inSchool(database, scope, (tx) => dropKey(tx, once)).catch(() => {})
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** Method, path, version seen and body, however the body was spaced. */
function digestOf({ request, body }: AskedOnce): Uint8Array {
  const asked: Json = [request.method, request.url, request.headers['if-match'] ?? null]
  // what zod parsed from JSON is JSON
  return createHash('sha256')
    .update(canonicalJson([asked, (body ?? null) as Json]))
    .digest()
}
