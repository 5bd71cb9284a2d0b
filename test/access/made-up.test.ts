import { describe, expect, it } from 'vitest'
import { testServer } from '../support/server.ts'

const server = await testServer()

describe('set-up with made-up data', () => {
  it('S-138 gives a made-up school with people in it, and its maker is Access Coordinator there', async () => {
    const { agent, school } = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' })
    const { schools, isPlatformAdmin } = await agent.call('session.read', {})
    expect(schools).toMatchObject([{ code: school, isMadeUp: true, role: 'access_coordinator' }])
    expect(isPlatformAdmin).toBe(true)
    expect((await agent.call('people.list', { params: { school }, query: {} })).total).toBeGreaterThan(100)
  })
})
