import fs from 'node:fs'
import path from 'node:path'
import serveFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problem } from '../kernel/index.ts'
import { sendProblem } from './problem-answer.ts'

const FIRST_PAGE = 'index.html'
/** Vite puts a digest into the names of what it builds: what has such a name never changes. */
const NEVER_CHANGES = 'public, max-age=31536000, immutable'
/** Where something else than a page of the web application answers. */
const NOT_PAGES = /^\/(v1|docs|health|openapi\.json)(\/|$)/

/** Where the built application lies: below the folder of package.json, whether this file runs as source or bundled. */
export function builtWebFolder(): string {
  let folder = import.meta.dirname
  while (!fs.existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder) folder = path.dirname(folder)
  return path.join(folder, 'dist/web')
}

const NOT_BUILT = `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Muster is not built</title></head>
<body><main><h1>Muster runs, but its pages are not built</h1><p>Run <code>npm run build</code> in the folder of Muster, then load this page again.</p></main></body>
</html>
`

/**
 * Serves the web application: its files, and its first page at every address that nothing else answers, because the
 * application itself knows its pages.
 */
export async function addWeb(app: FastifyInstance, folder: string): Promise<void> {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problem('address.unknown')))
  const isBuilt = fs.existsSync(path.join(folder, FIRST_PAGE))
  if (isBuilt) {
    await app.register(serveFiles, {
      root: folder,
      serve: false,
      cacheControl: false,
      setHeaders: (reply, file) => {
        const hasDigest = path.relative(folder, file).startsWith(`assets${path.sep}`)
        reply.header('cache-control', hasDigest ? NEVER_CHANGES : 'no-cache')
      },
    })
  }
  app.get<{ Params: { '*': string } }>('/*', (request, reply) => {
    const { '*': file } = request.params
    if (NOT_PAGES.test(`/${file}`)) return reply.callNotFound()
    if (!isBuilt) return reply.code(503).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(NOT_BUILT)
    return reply.sendFile(/\.\w+$/.test(file) ? file : FIRST_PAGE)
  })
}
