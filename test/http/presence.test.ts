import { describe, expect, it } from 'vitest'
import { readEventStream } from '../support/event-reader.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent: ada, school } = await server.setUp()
const tom = await server.join(ada, school, { role: 'deputy', name: 'Tom Reid' })
const vera = await server.join(ada, school, { role: 'viewer', name: 'Vera Viewer' })
const run = await reviewerAt(server, ada, school).start([aPupil('p1', 'Nadia', 'Fernbank'), DORA])
const at = { school, run: run.id }
type Kind = 'pupil' | 'staff' | null

/** What somebody's page says, until the answer is this one: a word goes round all processes first. */
async function hears(who: typeof ada, kind: Kind, others: readonly object[]): Promise<void> {
  await expect.poll(async () => (await who.call('runs.presence', { params: at, body: { kind } })).others).toEqual(others)
}

describe('who else reviews (UX C8)', () => {
  it('is told by name and by whose table they look at, and nobody is told of themselves', async () => {
    await hears(ada, 'pupil', [])
    await hears(tom, 'staff', [{ name: 'Ada Example', kind: 'pupil' }])
    await hears(ada, 'pupil', [{ name: 'Tom Reid', kind: 'staff' }])
  })

  it('the stream says that somebody came or left and no name; who stays is no news', async () => {
    const stream = await readEventStream(vera, school)
    await tom.call('runs.presence', { params: at, body: { kind: 'staff' } })
    await tom.call('runs.presence', { params: at, body: { kind: null } })
    expect(await stream.next()).toEqual({ type: 'presence', run: run.id })
    await hears(ada, 'pupil', [])
    await tom.call('runs.presence', { params: at, body: { kind: 'pupil' } })
    expect(await stream.next()).toEqual({ type: 'presence', run: run.id })
    stream.close()
  })

  it('no name is told to who may not see the review, or of a run that is not there', async () => {
    const asked = vera.call('runs.presence', { params: at, body: { kind: 'pupil' } })
    await expect(asked).rejects.toMatchObject({ problem: { status: 403 } })
    const nowhere = { school, run: '01990000-0000-7000-8000-000000000000' }
    await expect(ada.call('runs.presence', { params: nowhere, body: { kind: 'pupil' } })).rejects.toMatchObject({
      problem: { status: 404 },
    })
  })

  it('keeps no session alive by itself, and nothing in the database', async () => {
    const since = async () => (await server.ask<{ at: Date }>('select max(last_seen_at) as at from session'))[0]?.at
    await server.ask("update session set last_seen_at = now() - interval '10 minutes'")
    const before = await since()
    await ada.call('runs.presence', { params: at, body: { kind: 'pupil' } })
    expect(await since()).toEqual(before)
    const tables = await server.ask("select 1 from information_schema.tables where table_name like '%presence%'")
    expect(tables).toEqual([])
  })
})
