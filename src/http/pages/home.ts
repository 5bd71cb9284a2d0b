import type { FastifyInstance } from 'fastify'
import { VERSION } from '../../config/index.ts'
import { sendPage } from './page.ts'

/** `GET /`: says that Muster runs and where to go on. */
export function addHome(app: FastifyInstance): void {
  app.get('/', async (_request, reply) =>
    sendPage(
      reply,
      'Muster is running',
      `<p class="state">Running</p>
<h1>Muster is running</h1>
<p>To set it up, open the link that Muster printed in the terminal where it was started.</p>
<p>Rosters are synced from the command line in this version: <code>npx muster --help</code> shows how.</p>
<p class="quiet">Version ${VERSION} · <a href="/health">health</a></p>`,
    ),
  )
}
