import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Everything a page needs comes from here, and nothing else: no inline script or style, no other site, no frame around us. */
const PAGES = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** The headers that every answer carries. */
export async function addHeaders(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: PAGES },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // only where people come by HTTPS: elsewhere a browser would have to ignore it
    hsts: publicUrl.startsWith('https:') ? { maxAge: 15_552_000 } : false,
  })
}
