import { describe, expect, it } from 'vitest'
import { eventSchema } from '../../src/contract/index.ts'
import { inSchool, type SchoolTx } from '../../src/db/index.ts'
import { type NewEvent, noteEvent, notifyProgress } from '../../src/events/index.ts'
import { lockSchool } from '../../src/schools/index.ts'
import { readEventStream } from '../support/event-reader.ts'
import { testServer } from '../support/server.ts'
import { scopeOf } from '../support/two-schools.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const [row] = await server.ask<{ id: string }>('select id from school')
const schoolId = row?.id ?? ''
const RUN = '0190a000-0000-7000-8000-000000000001'

const inIt = (work: (tx: SchoolTx) => Promise<void>) => inSchool(server.database, scopeOf(schoolId), work)

/** Something happens, as an action notes it. */
function happen(type: NewEvent['type'], version: number, at = new Date()): Promise<void> {
  return inIt(async (tx) => {
    await lockSchool(tx)
    await noteEvent(tx, { type, runId: null, version, at })
  })
}

async function last(): Promise<number> {
  return (await agent.call('events.read', { params: { school }, query: {} })).last
}

describe('events of a school (UX C24)', () => {
  it('come over a stream as they happen, and by asking the same objects', async () => {
    const before = await last()
    const stream = await readEventStream(agent, school)
    expect(stream.status).toBe(200)
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    expect(stream.headers.get('x-accel-buffering')).toBe('no')
    expect(stream.headers.get('content-encoding')).toBeNull()
    expect(stream.headers.get('content-security-policy')).toContain("default-src 'self'")
    await happen('review', 1)
    await happen('review', 2)
    const streamed = [await stream.next(), await stream.next()]
    stream.close()
    expect(streamed.map((it) => eventSchema.parse(it).version)).toEqual([1, 2])
    const asked = await agent.call('events.read', { params: { school }, query: { after: before } })
    expect(asked.events).toEqual(streamed)
  })

  it('go on from the event seen last, none missing and none twice', async () => {
    const seen = await last()
    for (const version of [11, 12, 13]) await happen('run', version)
    const stream = await readEventStream(agent, school, seen)
    await happen('run', 14)
    const versions: unknown[] = []
    while (versions.length < 4) versions.push(eventSchema.parse(await stream.next()).version)
    stream.close()
    expect(versions).toEqual([11, 12, 13, 14])
  })

  it('say to read everything again where the event seen last is not known', async () => {
    const stream = await readEventStream(agent, school, 999_999)
    expect(await stream.next()).toMatchObject({ type: 'reset', id: await last() })
    stream.close()
    const asked = await agent.call('events.read', { params: { school }, query: { after: 999_999 } })
    expect(asked.events).toMatchObject([{ type: 'reset', id: asked.last }])
  })

  it('are removed after a day, and whoever was away for longer reads everything again', async () => {
    await happen('team', 21, new Date(Date.now() - 25 * 3_600_000))
    const old = await last()
    await happen('team', 22)
    const asked = await agent.call('events.read', { params: { school }, query: { after: old } })
    expect(asked.events.map((it) => it.type)).toEqual(['reset'])
  })

  it('tell how far a run is, without keeping it', async () => {
    const stream = await readEventStream(agent, school)
    await inIt((tx) => notifyProgress(tx, { runId: RUN, step: 'matching', done: 2, total: 6 }))
    expect(await stream.next()).toEqual({ type: 'progress', run: RUN, step: 'matching', done: 2, total: 6 })
    stream.close()
  })

  it('are told although the connection that listens was lost meanwhile', async () => {
    const stream = await readEventStream(agent, school, await last())
    await server.ask(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'muster events' and datname = current_database()",
    )
    await happen('directory', 41)
    expect(await stream.next()).toMatchObject({ type: 'directory', version: 41 })
    stream.close()
  })

  it('are of this school only (D18)', async () => {
    const answer = await agent.fetch('/v1/schools/no-such-school/events', { headers: { accept: 'text/event-stream' } })
    expect(answer.status).toBe(404)
  })

  it('end for who has signed out or lost the role, before anything more is told', async () => {
    const viewer = await server.join(agent, school, { role: 'viewer', name: 'Vera Viewer' })
    const stream = await readEventStream(viewer, school, await last())
    await happen('directory', 31)
    expect(await stream.next()).toMatchObject({ type: 'directory', version: 31 })
    await viewer.call('session.end', {})
    await happen('directory', 32)
    expect(await stream.next()).toBeNull()
  })

  it('keep no session alive by themselves', async () => {
    const idle = await server.signIn('ada@school.example.test')
    const since = async () => (await server.ask<{ at: Date }>('select max(last_seen_at) as at from session'))[0]?.at
    await server.ask("update session set last_seen_at = now() - interval '10 minutes'")
    const before = await since()
    await idle.call('events.read', { params: { school }, query: {} })
    expect(await since()).toEqual(before)
  })

  it('end when the server stops, which no open stream holds up', async () => {
    const stream = await readEventStream(agent, school)
    await server.stop()
    expect(await stream.next()).toBeNull()
    expect(server.said()).toContain('stopped')
  })
})
