import type { FastifyRequest } from 'fastify'
import { actorIn, coordinatorsOf, findSession, isFromSession, peekSession } from '../access/index.ts'
import { isAskedByPages, ROUTES, type RouteId } from '../contract/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { type Action, allow, type SchoolScope } from '../permission/index.ts'
import type { School } from '../schools/index.ts'
import type { Caller, Services } from './handler.ts'
import type { ProblemExtras } from './problem-answer.ts'
import { isFromOurPages } from './same-site.ts'
import { sessionToken } from './session-cookie.ts'

/** Who calls, and what they may do here. */
export interface Authorised {
  readonly caller: Caller | null
  readonly scope?: SchoolScope
  readonly school?: School
}

/** Why somebody may not. */
export interface Unauthorised {
  readonly problem: Problem
  readonly extras?: ProblemExtras
}

const refuse = (code: Problem['code'], extras: ProblemExtras = {}) => fail({ problem: problem(code), extras })

/**
 * Whether the caller may do what the route does, before anything else of the request is looked at. In this order: signed in,
 * from a page of ours, in that school, in that role. Another's school and one that does not exist give the same answer (D18).
 */
export async function authorise(request: FastifyRequest, id: RouteId, services: Services): Promise<Result<Authorised, Unauthorised>> {
  const { access } = ROUTES[id]
  const isChange = request.method !== 'GET' && request.method !== 'HEAD'
  const token = sessionToken(request)
  const find = isAskedByPages(id) ? peekSession : findSession // a page asks by itself, whether anybody looks at it or not
  const session = token === null ? null : await find(services.database, token, services.ids.clock())
  const caller = session?.caller ?? null
  if (access !== 'public' && caller === null) return refuse('session.needed')
  if (isChange && !isFromOurPages(request, services.publicUrl)) return refuse('request.other_site')
  if (access === 'public') return ok({ caller })
  if (session === null || caller === null) return refuse('session.needed')
  if (isChange && !isFromSession(session, request.headers['x-csrf-token'])) return refuse('session.csrf_wrong')
  return access === 'account' ? ok({ caller }) : inTheirSchool(request, { caller, access }, services)
}

async function inTheirSchool(
  request: FastifyRequest,
  { caller, access }: { readonly caller: Caller; readonly access: Action },
  { database }: Services,
): Promise<Result<Authorised, Unauthorised>> {
  // every route with an action has :school in its path
  const { school: schoolCode = '' } = request.params as { readonly school?: string }
  const found = await actorIn(database, { accountId: caller.accountId, schoolCode })
  if (found === null) return refuse('address.unknown')
  const scope = allow(found.actor, access, found.school.id)
  if (scope.ok) return ok({ caller, scope: scope.value, school: found.school })
  if (scope.failure === 'not_found') return refuse('address.unknown')
  return refuse('permission.needed', { coordinators: await coordinatorsOf(database, found.school.id) })
}
