import type { z } from 'zod'
import { VERSION } from '../../config/index.ts'
import {
  PATHS,
  presenceEventSchema,
  problemSchema,
  progressEventSchema,
  ROUTES,
  type RouteDefinition,
  type RouteId,
  uploadForm,
} from '../../contract/index.ts'
import type { Content, OpenApi, Operation, Parameter, Response } from './description.ts'
import { type SchemaWriter, schemaWriter } from './named-schemas.ts'
import { problemResponses } from './problem-responses.ts'

const DESCRIPTION = [
  'Everything that the pages of Muster do, they do through this API.',
  'A request is signed in by the session cookie that `POST /v1/session` sets. Requests that change something carry its token in `X-CSRF-Token`.',
  'Errors are problems (RFC 9457) with a `code` that stays the same, a title and a cure for people.',
  'A list is read page by page: pass `nextCursor` of an answer as `cursor`.',
].join('\n\n')

const SECURITY_SCHEMES = {
  session: { type: 'apiKey', in: 'cookie', name: 'muster_session', description: 'Set by POST /v1/session.' },
  csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token', description: '`csrfToken` of GET /v1/session.' },
}

// Object.keys of a plain object gives its keys
const ROUTE_IDS = Object.keys(ROUTES) as RouteId[]

/** Describes every route of the contract. */
export function openApi(publicUrl: string): OpenApi {
  const writer = schemaWriter()
  writer.write(problemSchema, 'output')
  const paths: Record<string, Record<string, Operation>> = {}
  for (const id of ROUTE_IDS) {
    const { method, path } = PATHS[id]
    const address = path.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(id, writer) }
  }
  const tags = [...new Set(ROUTE_IDS.map(tagOf))].map((name) => ({ name }))
  return {
    openapi: '3.1.1',
    info: { title: 'Muster', version: VERSION, description: DESCRIPTION },
    servers: [{ url: publicUrl }],
    tags,
    paths,
    components: { schemas: writer.components(), securitySchemes: SECURITY_SCHEMES },
  }
}

function operationOf(id: RouteId, writer: SchemaWriter): Operation {
  const route: RouteDefinition = ROUTES[id]
  const isChange = PATHS[id].method !== 'GET'
  const content = bodyOf(route, writer)
  return {
    operationId: id,
    summary: route.summary,
    description: rightOf(route),
    tags: [tagOf(id)],
    security: route.access === 'public' ? [] : [{ session: [], ...(isChange ? { csrf: [] } : {}) }],
    parameters: [...pathParameters(id), ...queryParameters(route, writer), ...headerParameters(route)],
    ...(content === undefined ? {} : { requestBody: { required: true, content } }),
    responses: { ...success(id, route, writer), ...problemResponses(route) },
  }
}

function tagOf(id: RouteId): string {
  return id.slice(0, id.indexOf('.'))
}

function rightOf({ access }: RouteDefinition): string {
  if (access === 'public') return 'Anybody may call it.'
  return access === 'account' ? 'For whoever is signed in.' : `For whoever may do \`${access}\` in the school.`
}

function pathParameters(id: RouteId): Parameter[] {
  return [...PATHS[id].path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    description: name === 'school' ? "The school's code." : `The id of the ${name}.`,
  }))
}

function queryParameters(route: RouteDefinition, writer: SchemaWriter): Parameter[] {
  const fields: Readonly<Record<string, z.ZodType>> = route.query?.shape ?? {}
  return Object.entries(fields).map(([name, field]) => ({
    ...{ name, in: 'query', required: !field.safeParse(undefined).success, schema: writer.write(field, 'input') },
  }))
}

function headerParameters({ idempotencyKey, ifMatch }: RouteDefinition): Parameter[] {
  const header = (name: string, description: string): Parameter => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  })
  return [
    ...(idempotencyKey === undefined
      ? []
      : [header('Idempotency-Key', 'A new random text for every thing to be done; the same again when trying again. Kept for 24 hours.')]),
    ...(ifMatch === undefined ? [] : [header('If-Match', 'The version that the caller has seen, as `"3"`.')]),
  ]
}

function bodyOf(route: RouteDefinition, writer: SchemaWriter): Content | undefined {
  if (route.body !== undefined) return { 'application/json': { schema: writer.write(route.body, 'input') } }
  if (route.multipart !== true) return undefined
  const { properties } = writer.write(uploadForm, 'input')
  const file = { type: 'string', contentMediaType: 'application/octet-stream', description: 'The roster: a zip, or one CSV file.' }
  return { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { ...Object(properties), file } } } }
}

function success(id: RouteId, route: RouteDefinition, writer: SchemaWriter): Record<string, Response> {
  const status = String(route.status ?? (route.answer === undefined ? 204 : 200))
  if (route.answer === undefined) return { [status]: { description: 'Done.' } }
  const json = { 'application/json': { schema: writer.write(route.answer, 'output') } }
  if (id !== 'events.read') return { [status]: { description: 'Done.', content: json } }
  writer.write(progressEventSchema, 'output')
  writer.write(presenceEventSchema, 'output')
  const stream = {
    'text/event-stream': { schema: { type: 'string', description: 'The data of each event is an Event or a Progress as JSON.' } },
  }
  return { [status]: { description: 'What came after, or a stream of what comes.', content: { ...json, ...stream } } }
}
