import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PATHS, ROUTES, type RouteDefinition, type RouteId } from '../contract/index.ts'
import type { EventHub } from '../events/index.ts'
import type { Problem, Result } from '../kernel/index.ts'
import { type Authorised, authorise } from './authorise.ts'
import { lastSeen, streamEvents, wantsStream } from './event-stream.ts'
import { openForm } from './form.ts'
import type { Refused, Services } from './handler.ts'
import { type Answer, answeredOnce, keyOf } from './idempotency.ts'
import { rateLimitOf } from './limits.ts'
import { type ParsedRequest, parseRequest } from './parse-request.ts'
import { problemAnswer, sendJson, sendProblem, vocabularyOf } from './problem-answer.ts'
import { sessionToken, setSessionCookie } from './session-cookie.ts'
import { type ReceivedFile, receiveFile } from './uploads/receive-file.ts'
import { HANDLERS } from './v1/handlers.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the body is read; null on routes that are not of the contract. */
    authorised: Authorised | null
  }
}

/** A handler without the types of its route: what is handed to it was made by that route's own schemas. */
type AnyHandler = (call: object, services: Services) => Promise<Result<unknown, Problem | Refused>>

// Object.keys of a plain object gives its keys
const ROUTE_IDS = Object.keys(ROUTES) as RouteId[]

/** Adds every route of the contract. */
export function addRoutes(app: FastifyInstance, services: Services, hub: EventHub): void {
  app.decorateRequest('authorised', null)
  for (const id of ROUTE_IDS) {
    // see AnyHandler
    const handler = HANDLERS[id] as unknown as AnyHandler
    addRoute(app, { id, handler, services, hub })
  }
}

interface Served {
  readonly id: RouteId
  readonly handler: AnyHandler
  readonly services: Services
  readonly hub: EventHub
}

function addRoute(app: FastifyInstance, served: Served): void {
  const { id, services } = served
  const { method, path } = PATHS[id]
  app.route({
    method,
    url: path,
    config: rateLimitOf(id),
    // after the limit on calls, which comes first of all, and before the body is read
    preParsing: async (request, reply) => {
      const authorised = await authorise(request, id, services)
      if (!authorised.ok) return sendProblem(reply, authorised.failure.problem, authorised.failure.extras)
      request.authorised = authorised.value
      return undefined
    },
    handler: async (request, reply) => {
      if (id === 'events.read' && wantsStream(request)) return follow(request, reply, served)
      return sendAnswer(reply, await answerTo(request, reply, served))
    },
  })
}

async function answerTo(request: FastifyRequest, reply: FastifyReply, served: Served): Promise<Answer> {
  const route: RouteDefinition = ROUTES[served.id]
  const parsed = parseRequest(request, route)
  if (!parsed.ok) return answerOf(request, route, parsed)
  const asked = { request, reply, route, parsed: parsed.value }
  return route.multipart === true ? withForm(asked, served) : carryOut(asked, served)
}

/** Receives the file before anything is done: only what has arrived can be told from another file under the same key. */
async function withForm(asked: Asked, served: Served): Promise<Answer> {
  const { request, route } = asked
  const bytesMax = served.services.uploadBytesMax
  const key = keyOf(request)
  if (!key.ok && route.idempotencyKey === 'required') return answerOf(request, route, key)
  const form = await openForm(request, bytesMax)
  if (!form.ok) return answerOf(request, route, form)
  try {
    const received = await receiveFile(form.value, bytesMax)
    if (!received.ok) return answerOf(request, route, received)
    try {
      return await carryOut({ ...asked, form: received.value }, served)
    } finally {
      await received.value.remove()
    }
  } finally {
    form.value.discard()
  }
}

interface Asked {
  readonly request: FastifyRequest
  /** For its cookie and headers; the answer is given back. */
  readonly reply: FastifyReply
  readonly route: RouteDefinition
  readonly parsed: ParsedRequest
  readonly form?: ReceivedFile
}

async function carryOut({ request, reply, route, parsed, form }: Asked, { handler, services }: Served): Promise<Answer> {
  const { authorised } = request
  if (authorised === null) throw new Error('A route was reached without authorisation.')
  const call = {
    ...parsed,
    ...authorised,
    form,
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    sessionToken: sessionToken(request),
    setSession: (token: string | null) => setSessionCookie(reply, token, services.publicUrl),
  }
  const work = async (): Promise<Answer> => answerOf(request, route, await handler(call, services))
  if (route.idempotencyKey !== 'required' || authorised.scope === undefined) return work()
  const asked = { request, body: form === undefined ? parsed.body : form.told, scope: authorised.scope, now: services.ids.clock() }
  const once = await answeredOnce(services.database, asked, work)
  if (!once.ok) return answerOf(request, route, once)
  if (once.value.isReplayed) reply.header('idempotency-replayed', 'true')
  return once.value.answer
}

async function follow(request: FastifyRequest, reply: FastifyReply, { id, services, hub }: Served): Promise<FastifyReply> {
  const scope = request.authorised?.scope
  if (scope === undefined) throw new Error('Events were reached without a school.')
  const parsed = parseRequest(request, ROUTES['events.read'])
  if (!parsed.ok) return sendAnswer(reply, answerOf(request, ROUTES['events.read'], parsed))
  const { after } = ROUTES['events.read'].query.parse(request.query)
  const isStillAllowed = async (): Promise<boolean> => (await authorise(request, id, services)).ok
  await streamEvents(reply, lastSeen(request, after), { database: services.database, hub, scope, isStillAllowed })
  return reply
}

/** What came of a request, as status and body. */
function answerOf(request: FastifyRequest, route: RouteDefinition, outcome: Result<unknown, Problem | Refused>): Answer {
  if (outcome.ok) {
    const status = route.status ?? (route.answer === undefined ? 204 : 200)
    // every answer of the contract is an object
    return { status, body: route.answer === undefined ? null : (outcome.value as object) }
  }
  const { problem, ...extras } = 'problem' in outcome.failure ? outcome.failure : { problem: outcome.failure }
  const body = problemAnswer(problem, vocabularyOf(request), extras)
  return { status: body.status, body }
}

function sendAnswer(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  if (body === null) return reply.code(status).header('cache-control', 'no-store').send()
  const version = typeof body === 'object' && 'version' in body ? body.version : undefined
  if (status < 400 && typeof version === 'number') reply.header('etag', `"${version}"`)
  return sendJson(reply, status, body)
}
