import type { RouteDefinition } from '../../contract/index.ts'
import type { Response } from './description.ts'

const CONTENT = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

const WHY = {
  400: 'The request cannot be read, or has no Idempotency-Key.',
  401: 'Nobody is signed in.',
  403: 'The role does not suffice (with the names of who can help), or the request came from another site.',
  404: 'There is no such thing, or it is another school’s.',
  409: 'It cannot be done as things stand, or its Idempotency-Key belongs to another request.',
  412: 'Somebody changed it since the version that was seen.',
  413: 'Too large.',
  415: 'Not of the kind that this address takes.',
  422: 'Something that was sent cannot be used.',
  428: 'If-Match is missing.',
  429: 'Too many requests.',
  500: 'A fault in Muster.',
} as const

/** The problems that a route may answer with. */
export function problemResponses(route: RouteDefinition): Record<string, Response> {
  const isSignedIn = route.access !== 'public'
  const takesSomething = route.body !== undefined || route.query !== undefined || route.multipart === true
  const codes: (keyof typeof WHY)[] = [
    ...(route.body !== undefined || route.idempotencyKey !== undefined ? [400 as const] : []),
    ...(isSignedIn ? [401 as const, 403 as const, 404 as const] : []),
    ...(route.idempotencyKey === undefined ? [] : [409 as const]),
    ...(route.ifMatch === undefined ? [] : [412 as const, 428 as const]),
    ...(route.multipart === true ? [413 as const, 415 as const] : []),
    ...(takesSomething ? [422 as const] : []),
    429,
    500,
  ]
  return Object.fromEntries(codes.map((code) => [String(code), { description: WHY[code], content: CONTENT }]))
}
