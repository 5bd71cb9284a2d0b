import type { Page, Request } from 'playwright-core'

/** What a page did wrong goes to `onFault`. */
export interface PageWatch {
  /** Lets the server be away while `work` goes on: what cannot be reached then is nobody's fault. */
  whileServerIsAway<Value>(work: () => Promise<Value>): Promise<Value>
}

/** Problems that the API answers with: the pages know what to do with them. */
const PROBLEM = 'application/problem+json'
/** A browser writes this about every answer from 400 on; which of them are faults the answers themselves say. */
const ANSWER_MESSAGE = 'Failed to load resource'
/** The page itself gave the request up: it went elsewhere, or asks anew. */
const GIVEN_UP = 'net::ERR_ABORTED'

/** Looks at everything a page says and asks for, from now until it is closed. */
export function watchPage(
  page: Page,
  { origin, onFault }: { readonly origin: string; readonly onFault: (fault: string) => void },
): PageWatch {
  const state = { isServerAway: false }
  /** Asked while the server was away: what is said of them may come when it is back. */
  const askedInVain = new WeakSet<Request>()
  const isExcused = (request: Request): boolean => state.isServerAway || askedInVain.has(request)
  page.on('pageerror', (error) => onFault(`an error in the page: ${error.message}`))
  page.on('console', (message) => {
    const isFault = message.type() === 'error' || message.text().includes('Content Security Policy')
    if (isFault && !message.text().startsWith(ANSWER_MESSAGE)) onFault(`in the console at ${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (state.isServerAway) askedInVain.add(request)
    const url = new URL(request.url())
    if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) onFault(`a request to another origin: ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    if (why !== GIVEN_UP && !isExcused(request)) onFault(`no answer to ${request.url()}: ${why}`)
  })
  page.on('response', (response) => {
    const status = response.status()
    const isProblem = status < 500 && response.headers()['content-type']?.startsWith(PROBLEM) === true
    if (status >= 400 && !isProblem && !isExcused(response.request())) onFault(`${status} from ${response.url()}`)
  })
  return {
    whileServerIsAway: async (work) => {
      state.isServerAway = true
      try {
        return await work()
      } finally {
        state.isServerAway = false
      }
    },
  }
}
