import type { FastifyReply, FastifyRequest } from 'fastify'

const NAME = 'muster_session'

/** The token of the caller's session, as their browser sent it; null: none. */
export function sessionToken(request: FastifyRequest): string | null {
  return request.cookies[NAME] ?? null
}

/** Gives the browser a session, or takes it away. Scripts of a page never see it, and other sites cannot make a page send it. */
export function setSessionCookie(reply: FastifyReply, token: string | null, publicUrl: string): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') } as const
  if (token === null) reply.clearCookie(NAME, options)
  else reply.setCookie(NAME, token, options)
}
