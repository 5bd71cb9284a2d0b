import type { FastifyInstance } from 'fastify'
import { VERSION } from '../config/index.ts'

/** `GET /health`: 200 while the server and its database answer, else 503. For load balancers and people with curl. */
export function addHealth(app: FastifyInstance, isDatabaseUp: () => Promise<boolean>): void {
  app.get('/health', async (_request, reply) => {
    const isUp = await isDatabaseUp()
    reply.code(isUp ? 200 : 503).header('cache-control', 'no-store')
    return { status: isUp ? 'ok' : 'failing', version: VERSION, database: isUp ? 'ok' : 'unreachable' }
  })
}
