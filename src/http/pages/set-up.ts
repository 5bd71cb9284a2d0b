import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sendPage } from './page.ts'

/** `GET /setup/<code>`: for whoever sees the terminal. A wrong code and a page that does not exist give the same answer. */
export function addSetUp(app: FastifyInstance, code: string): void {
  app.get<{ Params: { code: string } }>('/setup/:code', async (request, reply) => {
    if (!isSame(request.params.code, code)) return reply.callNotFound()
    return sendPage(
      reply,
      'Set up Muster',
      `<p class="state">The link is right</p>
<h1>This installation is yours to set up</h1>
<p>This version of Muster works from the command line. What is there:</p>
<ul>
<li>the database, made and ready</li>
<li><code>npx muster sync --source FILE</code> to bring a school's roster in</li>
<li><code>npx muster --help</code> for everything else</li>
</ul>
<p>There are no accounts yet, so there is nobody to sign in as: this page has nothing to fill in.</p>
<p class="quiet">The link holds until Muster stops. Each start prints a new one.</p>`,
    )
  })
}

/** Takes the same time for every wrong code. */
function isSame(given: string, code: string): boolean {
  const [a, b] = [given, code].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
