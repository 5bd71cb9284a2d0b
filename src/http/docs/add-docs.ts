import type { FastifyInstance } from 'fastify'
import type { OpenApi } from './description.ts'
import { openApi } from './open-api.ts'
import { docsPage } from './page.ts'
import { DOCS_STYLE } from './style.ts'

/** `GET /openapi.json` and `GET /docs`: the API described for programs and for people. */
export function addDocs(app: FastifyInstance, publicUrl: () => string): void {
  let made: OpenApi | undefined
  const api = (): OpenApi => {
    made ??= openApi(publicUrl())
    return made
  }
  app.get('/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(JSON.stringify(api())))
  app.get('/docs', (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(docsPage(api())))
  app.get('/docs/style.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(DOCS_STYLE),
  )
}
