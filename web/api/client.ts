import { type DataTag, QueryClient, type QueryKey, queryOptions, type Updater } from '@tanstack/react-query'
import {
  ApiError,
  type Call,
  type CallOptions,
  makeClient,
  type RouteAnswer,
  type RouteId,
  type Session,
} from '../../src/contract/index.ts'
import { ConnectionLost } from './connection-lost.ts'
import { noteCall } from './last-call.ts'

/** What was read of the API, kept until an event says that it is old. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.problem.status < 500),
    },
    mutations: { retry: false },
  },
})

const rawCall = makeClient({
  baseUrl: '',
  fetch: async (url, init) => {
    // who leaves the page says so on the way out
    const response = await fetch(url, url.endsWith('/presence') ? { ...init, keepalive: true } : init).catch((error: unknown) => {
      throw init.signal?.aborted === true ? error : new ConnectionLost(error)
    })
    // what a page asks by itself is no sign of a person
    if (!/\/(events|presence|queue)(\?|$)/.test(url)) noteCall(Date.now())
    return response
  },
  csrfToken: () => queryClient.getQueryData<Session>(['session.read'])?.csrfToken ?? null,
})

/** Calls the API as whoever is signed in here; a session that has ended is told to whoever listens. */
export const call: Call = async (id, options) => {
  try {
    return await rawCall(id, options)
  } catch (error) {
    if (error instanceof ApiError && error.problem.code === 'session.needed') for (const listener of sessionEnded) listener()
    throw error
  }
}

const sessionEnded = new Set<() => void>()

/** Calls `listener` whenever the API says that nobody is signed in any more. Answers what stops it. */
export function onSessionEnded(listener: () => void): () => void {
  sessionEnded.add(listener)
  return () => sessionEnded.delete(listener)
}

/** How to read a route with `useQuery`. Its key is the route's id and what was asked, so that events find it. */
export function apiQuery<Id extends RouteId>(id: Id, options: CallOptions<Id>) {
  return queryOptions<RouteAnswer<Id>>({
    queryKey: [id, options],
    queryFn: ({ signal }) => call(id, { ...options, signal }),
  })
}

/** Who is signed in, and where they may do what. */
export const sessionQuery = queryOptions<Session>({
  queryKey: ['session.read'],
  queryFn: () => call('session.read', {}),
  staleTime: Number.POSITIVE_INFINITY,
})

/**
 * Notes what the API just said to an act, for whoever reads that route. An answer to a question asked before the act is old by
 * then, and may arrive later: it is asked again.
 */
export function keepAnswer<Answer>(
  { queryKey }: { readonly queryKey: DataTag<QueryKey, Answer, Error> },
  answer: Answer | ((now: Answer | undefined) => Answer | undefined),
): void {
  queryClient.setQueryData<Answer>(queryKey, answer as Updater<Answer | undefined, Answer | undefined>)
  if (queryClient.isFetching({ queryKey, exact: true }) > 0)
    void queryClient.invalidateQueries({ queryKey, exact: true, refetchType: 'all' })
}

/** Notes what the API just said about the session: whoever asks for it next need not ask the API. */
export function keepSession(session: Session): void {
  keepAnswer(sessionQuery, session)
}

/** Forgets everything that was read, because somebody else may sign in here. */
export function forgetAll(): void {
  queryClient.clear()
}
