import { describe, expect, it } from 'vitest'
import type { RunDetails } from '../../src/contract/index.ts'
import type { Agent } from '../support/agent.ts'
import { newAgent } from '../support/agent.ts'
import { readEventStream } from '../support/event-reader.ts'
import { oneRoster } from '../support/packages.ts'
import { FIRST, PASSWORD, serve, testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()

const PEOPLE = [
  { id: 'p1', first: 'Nadia', last: 'Fernbank', grade: '7', classes: ['7A'] },
  { id: 'p2', first: 'Tomas', last: 'Hollow', grade: '7', classes: ['7A'] },
] as const

/** Waits for the fact: looks again whenever something has happened in the school. */
async function runIn(by: Agent, state: RunDetails['state'], run: string): Promise<RunDetails> {
  const stream = await readEventStream(by, school)
  try {
    for (;;) {
      const found = await by.call('runs.read', { params: { school, run } })
      if (found.state === state || found.state === 'failed') return found
      if ((await stream.next()) === null) throw new Error('The stream has ended.')
    }
  } finally {
    stream.close()
  }
}

describe('muster start', () => {
  it('carries on the runs that people start, in its own process (D13)', async () => {
    await server.upload(agent, school, oneRoster(PEOPLE))
    const run = await agent.call('runs.start', { params: { school }, body: { scope: 'all' } })
    expect(run.state).toBe('queued')
    expect(await runIn(agent, 'reviewing', run.id)).toMatchObject({ state: 'reviewing', isFirst: true })
  })

  it('goes on with a run that was left when the process before it ended', async () => {
    await server.stop()
    await server.ask('delete from pgboss.job')
    await server.ask("update run set state = 'queued'")
    const next = await serve(server)
    const again = newAgent(next.url)
    await again.call('session.begin', { body: { email: FIRST.email, password: PASSWORD } })
    const { run } = await again.call('runs.open', { params: { school } })
    expect(await runIn(again, 'reviewing', run?.id ?? '')).toMatchObject({ state: 'reviewing' })
    expect(next.said()).toContain(`Open ${next.url} to sign in.`)
    await next.stop()
  })
})
