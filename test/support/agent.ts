import { randomUUID } from 'node:crypto'
import { type Call, makeClient, ROUTES, type RouteDefinition, type RouteId } from '../../src/contract/index.ts'

/** One browser: it keeps its cookie, sends what a page sends, and holds every answer against the contract. */
export interface Agent {
  /** The contract's client. A key that a route needs is made where none is given. */
  readonly call: Call
  /** Any request with this browser's cookie. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** What a page of this browser knows of its session; null: not signed in. */
  csrfToken(): string | null
  /** The session cookie as a `Cookie` header has it; empty: none. */
  cookie(): string
}

/** A browser that has never been here. */
export function newAgent(url: string): Agent {
  const state = { cookie: '', csrfToken: null as string | null }
  const send = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (state.cookie !== '') headers.set('cookie', state.cookie)
    const response = await fetch(address, { ...init, headers })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      state.cookie = pair.endsWith('=') ? '' : pair
    }
    return response
  }
  const client = makeClient({ baseUrl: url, fetch: send, csrfToken: () => state.csrfToken })
  const call: Call = async (id, options) => {
    const route: RouteDefinition = ROUTES[id]
    const key = route.idempotencyKey === 'required' ? { idempotencyKey: randomUUID() } : {}
    const answer = await client(id, { ...key, ...options })
    holdAgainstContract(id, answer)
    const token = csrfTokenIn(answer)
    if (token !== undefined) state.csrfToken = token
    return answer
  }
  return { call, fetch: (path, init) => send(`${url}${path}`, init), csrfToken: () => state.csrfToken, cookie: () => state.cookie }
}

/** An answer is exactly what its schema says: nothing is missing, of another type, or told besides. */
function holdAgainstContract(id: RouteId, answer: unknown): void {
  const route: RouteDefinition = ROUTES[id]
  if (route.answer === undefined) {
    if (answer !== undefined) throw new Error(`${id} answered although its contract has no answer.`)
    return
  }
  const parsed = route.answer.safeParse(answer)
  if (!parsed.success) throw new Error(`${id} answered what its contract does not say: ${parsed.error.message}`)
  const [told, agreed] = [answer, parsed.data].map((it) => JSON.stringify(sorted(it)))
  if (told !== agreed) throw new Error(`${id} tells more than its contract:\n${told}\n${agreed}`)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, it]) => [name, sorted(it)]),
  )
}

/** Answers that begin or end a session say which token it has. */
function csrfTokenIn(answer: unknown): string | null | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  if ('session' in answer) return csrfTokenIn(answer.session)
  // the schema was checked: a text or null
  return 'csrfToken' in answer ? (answer.csrfToken as string | null) : undefined
}
