import { describe, expect, it } from 'vitest'
import { FIRST, testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()

describe('a browser', () => {
  it('sets Muster up with the printed link, and is signed in (S-138)', async () => {
    const session = await agent.call('session.read', {})
    expect(session.account?.name).toBe(FIRST.name)
    expect(session.schools.map((it) => it.code)).toEqual([school])
    expect(await agent.call('school.read', { params: { school } })).toMatchObject({ externalId: 'oak', version: 1 })
  })

  it('signs out and in again', async () => {
    const other = await server.signIn(FIRST.email)
    await other.call('session.end', {})
    await expect(other.call('school.read', { params: { school } })).rejects.toMatchObject({
      problem: { status: 401, code: 'session.needed' },
    })
  })

  it('joins a team by a link (S-21)', async () => {
    const viewer = await server.join(agent, school, { role: 'viewer', name: 'Vera Viewer' })
    await expect(
      viewer.call('team.invite', { params: { school }, body: { email: 'x@y.example.test', role: 'viewer' } }),
    ).rejects.toMatchObject({
      problem: { status: 403, code: 'permission.needed', coordinators: [FIRST.name] },
    })
  })
})
