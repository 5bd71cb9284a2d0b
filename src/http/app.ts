import { tmpdir } from 'node:os'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { openEventHub } from '../events/index.ts'
import type { Log } from '../kernel/index.ts'
import { addRoutes } from './add-routes.ts'
import { addDocs } from './docs/add-docs.ts'
import { addFaultHandler, TooManyRequests } from './faults.ts'
import type { Services } from './handler.ts'
import { addHeaders } from './headers.ts'
import { addHealth } from './health.ts'
import { GENERAL_LIMIT } from './limits.ts'
import { removeLeftUploads } from './uploads/upload-folder.ts'
import { addWeb, builtWebFolder } from './web.ts'

export interface AppOptions {
  readonly services: Services
  readonly isDatabaseUp: () => Promise<boolean>
  readonly log: Log
  /** Where the built web application lies, if not in its usual place. */
  readonly webFolder?: string
  /** Whose word about the caller's address counts, as Fastify's `trustProxy` takes it. */
  readonly trustedProxies: string
}

/** A slow line may take its time over a roster; who takes longer than this is not sending one. */
const REQUEST_MILLISECONDS_MAX = 15 * 60_000
const BODY_BYTES_MAX = 1024 * 1024
/** How many calls are left is nobody's business: answers that must not differ would differ in it. */
const NO_COUNTS = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false } as const

/** Every route of the server, not listening yet. */
export async function makeApp({ services, isDatabaseUp, log, webFolder, trustedProxies }: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    forceCloseConnections: 'idle', // a browser keeps its connection open: stopping must not wait for it
    exposeHeadRoutes: true,
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_MILLISECONDS_MAX,
    trustProxy: trustedProxies,
  })
  app.removeContentTypeParser('text/plain') // a form of another site can send it without asking
  app.setValidatorCompiler(() => () => true)
  addFaultHandler(app, log)
  await addHeaders(app, services.publicUrl)
  await app.register(cookie)
  await app.register(multipart)
  await app.register(rateLimit, {
    ...GENERAL_LIMIT,
    addHeaders: NO_COUNTS,
    addHeadersOnExceeding: NO_COUNTS,
    errorResponseBuilder: (_request, { ttl }) => new TooManyRequests(Math.ceil(ttl / 1000)),
  })
  const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } // the highest costs a second for a list
  await app.register(compress, { globalDecompression: false, threshold: 1024, brotliOptions })
  await removeLeftUploads(tmpdir())
  const hub = openEventHub(services.database, { presence: services.presence, log })
  app.addHook('preClose', () => hub.close())
  addHealth(app, isDatabaseUp)
  addRoutes(app, services, hub)
  addDocs(app, () => services.publicUrl)
  await addWeb(app, webFolder ?? builtWebFolder())
  return app
}
