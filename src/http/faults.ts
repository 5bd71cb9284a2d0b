import type { FastifyError, FastifyInstance } from 'fastify'
import { isConnectionLost } from '../db/index.ts'
import { faultOf, type Log, type Problem, problem } from '../kernel/index.ts'
import { sendProblem } from './problem-answer.ts'

/** Thrown where an address calls too often. */
export class TooManyRequests extends Error {
  readonly seconds: number

  constructor(seconds: number) {
    super('too many requests')
    this.seconds = seconds
  }
}

/** Turns whatever is thrown into a problem. A fault tells nothing of itself to the caller, and no data to the log. */
export function addFaultHandler(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const found = problemOf(error)
    if (found.code === 'request.fault') log('a request failed', { code: faultOf(error) })
    return sendProblem(reply, found)
  })
}

function problemOf(error: FastifyError | TooManyRequests): Problem {
  if (error instanceof TooManyRequests) return problem('request.too_many', { params: { seconds: error.seconds } })
  if (isConnectionLost(error)) return problem('database.connection_lost')
  const status = error.statusCode ?? 500
  if (status === 413) return problem('request.too_large')
  if (status === 415) return problem('request.wrong_type', { params: { expected: 'JSON (Content-Type: application/json)' } })
  if (status === 404) return problem('address.unknown')
  return problem(status < 500 ? 'request.malformed' : 'request.fault')
}
