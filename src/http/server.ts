import type { FastifyInstance } from 'fastify'
import { Presence } from '../events/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { type AppOptions, makeApp } from './app.ts'
import type { Services } from './handler.ts'

export interface ServerOptions extends Omit<AppOptions, 'services'> {
  readonly services: Omit<Services, 'presence'>
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
}

/** A server that listens. Has a lifetime: close it. */
export interface RunningServer {
  readonly port: number
  /** Where people reach it. */
  readonly url: string
  /** Ends when the requests that came in have their answers; streams of events end at once. */
  close(): Promise<void>
}

/** Serves Muster. A port that is taken or forbidden is an expected outcome. */
export async function startServer(options: ServerOptions): Promise<Result<RunningServer, Problem>> {
  const { host, port } = options
  const reached = { url: options.services.publicUrl }
  // port 0 becomes a real one once the server listens
  const services = Object.defineProperty({ ...options.services, presence: new Presence() }, 'publicUrl', {
    get: () => reached.url,
    enumerable: true,
  })
  const app = await makeApp({ ...options, services })
  const close = closer(app)
  try {
    await app.listen({ host, port })
    const taken = portOf(app)
    reached.url = reached.url.replace(/:0$/, `:${taken}`)
    return ok({ port: taken, url: reached.url, close })
  } catch (error) {
    await app.close()
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
    if (code === 'EADDRINUSE') return fail(problem('settings.port_in_use', { params: { address, free: port + 1 } }))
    if (['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'].includes(code)) {
      return fail(problem('settings.port_refused', { params: { address, detail: code } }))
    }
    throw error
  }
}

/** How often it is looked for requests that are still being answered, while the server closes. */
const LOOK_MILLISECONDS = 50

/**
 * Closes when the last request that came in has its answer. Browsers open connections ahead of need and keep them afterwards, for
 * a minute and more: those nobody waits for.
 */
function closer(app: FastifyInstance): () => Promise<void> {
  let answering = 0
  app.server.on('request', (_request, response) => {
    answering += 1
    response.once('close', () => {
      answering -= 1
    })
  })
  return async () => {
    const timer = setInterval(
      () => (answering === 0 ? app.server.closeAllConnections() : app.server.closeIdleConnections()),
      LOOK_MILLISECONDS,
    )
    try {
      await app.close()
    } finally {
      clearInterval(timer)
    }
  }
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
