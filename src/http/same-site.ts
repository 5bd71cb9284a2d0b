import type { FastifyRequest } from 'fastify'

/**
 * Whether a request that changes something may have come from a page of ours, or from no page at all. Browsers say where a
 * request comes from and pages cannot forge it; programs that are no browsers say nothing.
 */
export function isFromOurPages({ headers }: FastifyRequest, publicUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  // browsers say it to HTTPS and localhost only; elsewhere their Origin has to do
  const { origin } = headers
  if (origin === undefined) return true
  return origin === new URL(publicUrl).origin || hostOf(origin) === headers.host
}

/** `null`, as a sandboxed page says, is nobody's host. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
