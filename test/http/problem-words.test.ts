import { describe, expect, it } from 'vitest'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp({
  kind: 'school',
  school: { name: 'Oak School', externalId: 'oak', vocabulary: 'en-US' },
})

describe('a problem that the API tells', () => {
  it('D15 is in the words of the school', async () => {
    const start = agent.call('runs.start', { params: { school }, body: { scope: 'all' } })
    await expect(start).rejects.toMatchObject({ problem: { code: 'run.no_data', cure: expect.stringContaining('of your SIS first') } })
  })

  it.each([
    ['en-US,en;q=0.9', 'Enter a correct email address and password'],
    ['en-GB', 'Enter a correct e-mail address and password'],
    ['', 'Enter a correct e-mail address and password'],
  ])('D15 is, outside of schools, in the words of the browser: %s', async (language, title) => {
    const answer = await fetch(`${server.url}/v1/session`, {
      method: 'POST',
      headers: { 'accept-language': language, 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ email: 'nobody@oak.example.test', password: 'not the password' }),
    })
    expect(await answer.json()).toMatchObject({ code: 'session.wrong', title })
  })
})
