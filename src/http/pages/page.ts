import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'

/** Colours have a contrast of at least 7:1 for text in both schemes. */
const STYLE = `
:root { color-scheme: light dark; --ground: #f6f7f9; --card: #fff; --ink: #1b2430; --quiet: #4a5666; --edge: #d5dae1; --good: #0b5d3b }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12161c; --card: #1b212a; --ink: #eef1f5; --quiet: #b3bdca; --edge: #333d4a; --good: #7fdcb0 }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, sans-serif }
main { width: 100%; max-width: 38rem; padding: 2rem 2.25rem; background: var(--card); border: 1px solid var(--edge); border-radius: .75rem }
h1 { margin: 0 0 .75rem; font-size: 1.625rem; line-height: 1.25; text-wrap: balance }
p, ul { margin: .75rem 0 0 }
ul { padding-left: 1.25rem }
code { font: .9375em ui-monospace, monospace; overflow-wrap: anywhere }
a { color: inherit }
.state { margin: 0 0 1rem; color: var(--good); font-weight: 600 }
.quiet { color: var(--quiet) }
@media (max-width: 30rem) { main { padding: 1.5rem 1.25rem } }
`

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Sends a page without scripts. `body` is our own HTML: nothing that a person or a file gave may stand in it. */
export function sendPage(reply: FastifyReply, title: string, body: string): FastifyReply {
  reply.type('text/html; charset=utf-8').headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
  return reply.send(`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`)
}
