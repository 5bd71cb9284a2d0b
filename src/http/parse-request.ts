import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { panelSchema, type RouteDefinition, uuid } from '../contract/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { Refused } from './handler.ts'

/** A request whose parts are what the contract says. */
export interface ParsedRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: unknown
  readonly body: unknown
  readonly ifMatch: number
}

/** What `ifMatch` is where the caller said nothing and need not: no version has this number. */
const NO_VERSION = -1

/** Holds a request against its route's contract, and says everything that is wrong with its fields at once. */
export function parseRequest(request: FastifyRequest, route: RouteDefinition): Result<ParsedRequest, Problem | Refused> {
  // Fastify gives an object of texts for the path
  const params = request.params as Readonly<Record<string, string>>
  if (!Object.entries(params).every(([name, value]) => mayBe(name, value))) return fail(problem('address.unknown'))
  const ifMatch = versionOf(request.headers['if-match'])
  if (route.ifMatch === 'required' && ifMatch === null) return fail(problem('version.needed'))
  const query = route.query?.safeParse(request.query)
  if (query?.success === false) return fieldsWrong(query.error)
  const body = route.body?.safeParse(request.body)
  if (body?.success === false) return fieldsWrong(body.error)
  return ok({ params, query: query?.data ?? {}, body: body?.data, ifMatch: ifMatch ?? NO_VERSION })
}

/** Every id is a UUID: what is none names nothing. */
function mayBe(name: string, value: string): boolean {
  if (name === 'school') return true
  return (name === 'panel' ? panelSchema : uuid).safeParse(value).success
}

/** `"3"`, as an ETag is written, or `3`, as people write it. */
function versionOf(header: string | undefined): number | null {
  const [, digits] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header?.trim() ?? '') ?? []
  return digits === undefined ? null : Number(digits)
}

/** Names and codes only: what was typed is not repeated. */
function fieldsWrong({ issues }: z.ZodError): Result<never, Refused> {
  const fields = issues.map((it) => ({ field: it.path.map(String).join('.'), code: it.code ?? 'custom' }))
  const names = [...new Set(fields.map((it) => it.field || 'the body'))].join(', ')
  return fail({ problem: problem('request.fields_wrong', { params: { names } }), fields })
}
