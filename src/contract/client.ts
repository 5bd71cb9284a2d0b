import type { ApiProblem } from './common.ts'
import { PATHS, type RouteId } from './paths.ts'
import type { RouteAnswer, RouteBody, RouteQuery } from './routes.ts'

type PathOf<Id extends RouteId> = (typeof PATHS)[Id]['path']
type ParamOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** What one call carries. A parameter of the path for each `:name`, and the body or query the route takes. */
export type CallOptions<Id extends RouteId> = {
  readonly ifMatch?: number
  readonly idempotencyKey?: string
  /** For routes that take a file. */
  readonly form?: FormData
  readonly signal?: AbortSignal
} & ([ParamOf<PathOf<Id>>] extends [never] ? unknown : { readonly params: Readonly<Record<ParamOf<PathOf<Id>>, string>> }) &
  (RouteBody<Id> extends undefined ? unknown : { readonly body: RouteBody<Id> }) &
  (RouteQuery<Id> extends undefined ? unknown : { readonly query?: RouteQuery<Id> })

/** An answer of the API that is not a success. */
export class ApiError extends Error {
  readonly problem: ApiProblem

  constructor(problem: ApiProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** What the client needs of its surroundings. */
export interface ClientOptions {
  /** Without a slash at the end; empty in a browser. */
  readonly baseUrl: string
  fetch(url: string, init: RequestInit): Promise<Response>
  csrfToken(): string | null
}

/** Calls the API: `call('runs.read', { params: { school, run } })`. Rejects with an `ApiError` where the API says why not. */
export type Call = <Id extends RouteId>(id: Id, options: CallOptions<Id>) => Promise<RouteAnswer<Id>>

interface AnyOptions {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: unknown
  readonly form?: FormData
  readonly ifMatch?: number
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/** A client of the whole API. */
export function makeClient({ baseUrl, fetch, csrfToken }: ClientOptions): Call {
  return async (id, given) => {
    const options: AnyOptions = given
    const { method } = PATHS[id]
    const token = csrfToken()
    const response = await fetch(`${baseUrl}${addressOf(id, options)}`, {
      method,
      credentials: 'same-origin',
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      headers: {
        accept: 'application/json',
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' || token === null ? {} : { 'x-csrf-token': token }),
        ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
        ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
      },
      ...(options.form !== undefined ? { body: options.form } : options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    })
    const text = await response.text()
    // the server's tests hold every answer against its schema
    if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as never
    throw new ApiError(problemOf(text, response.status))
  }
}

/** The address of a call: path with its parameters, and query. */
export function addressOf(id: RouteId, { params = {}, query = {} }: Pick<AnyOptions, 'params' | 'query'>): string {
  const path = PATHS[id].path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  )
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

/** An answer that is no problem of ours (a proxy's page, say) still becomes one. */
function problemOf(text: string, status: number): ApiProblem {
  try {
    const parsed: unknown = JSON.parse(text)
    // our own server's problem+json always has a code
    if (typeof parsed === 'object' && parsed !== null && 'code' in parsed) return parsed as ApiProblem
  } catch {
    // not JSON
  }
  return { type: 'about:blank', status, code: 'http.unexpected', title: '', cure: '' }
}
