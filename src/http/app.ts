import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { addHealth } from './health.ts'
import { addHome } from './pages/home.ts'
import { addSetUp } from './pages/set-up.ts'

export interface AppOptions {
  /** Opens the set-up page at /setup/<code>. */
  readonly setUpCode: string
  readonly isDatabaseUp: () => Promise<boolean>
}

/** Every route of the server, not listening yet. */
export function makeApp(options: AppOptions): FastifyInstance {
  const app = Fastify({
    forceCloseConnections: 'idle', // a browser keeps its connection open: stopping must not wait for it
    exposeHeadRoutes: true,
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  })
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 404, 'There is nothing at this address'))
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    return sendProblem(
      reply,
      status,
      status >= 500 ? 'Muster could not answer: please try again' : 'The request is not one Muster understands',
    )
  })
  addHealth(app, options.isDatabaseUp)
  addHome(app)
  addSetUp(app, options.setUpCode)
  return app
}

/** An answer as RFC 9457 describes it. */
function sendProblem(reply: FastifyReply, status: number, title: string): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: 'about:blank', status, title }))
}
