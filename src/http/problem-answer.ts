import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiProblem } from '../contract/index.ts'
import { PROBLEMS, type Problem } from '../kernel/index.ts'
import { describeProblem, type Vocabulary } from '../wording/index.ts'
import type { Refused } from './handler.ts'

/** What an error answer says besides its problem. */
export interface ProblemExtras extends Omit<Refused, 'problem'> {
  /** 403: who can help (D18). */
  readonly coordinators?: readonly string[]
}

/** A problem as RFC 9457 describes it. The offending value stays out: an error body may end up in somebody's log. */
export function problemAnswer(problem: Problem, vocabulary: Vocabulary, extras: ProblemExtras = {}): ApiProblem {
  const { title, cure } = describeProblem(problem, vocabulary)
  const { code, params } = problem
  return {
    type: `urn:muster:problem:${code}`,
    status: statusOf(problem),
    code,
    title,
    cure,
    ...(params === undefined ? {} : { params: { ...params } }),
    ...(extras.coordinators === undefined ? {} : { coordinators: [...extras.coordinators] }),
    ...(extras.fields === undefined ? {} : { fields: extras.fields.map((it) => ({ ...it })) }),
    ...(extras.changedBy === undefined ? {} : { changedBy: { ...extras.changedBy, rows: [...extras.changedBy.rows] } }),
  }
}

/** A problem that only warns of something, elsewhere in a report, is a refusal where it is the whole answer. */
function statusOf({ code }: Problem): number {
  const { status } = PROBLEMS[code]
  return status < 400 ? 422 : status
}

/** In whose words a request is answered: those of its school, where there is none those of the caller's program. */
export function vocabularyOf({ authorised, headers }: FastifyRequest): Vocabulary {
  return authorised?.school?.vocabulary ?? (/^\s*en-us\b/i.test(headers['accept-language'] ?? '') ? 'en-US' : 'en-GB')
}

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, problem: Problem, extras: ProblemExtras = {}): FastifyReply {
  const answer = problemAnswer(problem, vocabularyOf(reply.request), extras)
  return sendJson(reply, answer.status, answer)
}

/** Answers with a JSON text of our own making, a problem where the status says so. Nobody in between keeps a copy. */
export function sendJson(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  const type = status >= 400 ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8'
  return reply.code(status).type(type).header('cache-control', 'no-store').send(JSON.stringify(body))
}
