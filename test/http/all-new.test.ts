import { describe, expect, it } from 'vitest'
import { DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const teacher = (id: string, first: string, email?: string) =>
  ({ id, first, last: 'Marsh', role: 'teacher', classes: ['7A'], ...(email === undefined ? {} : { email }) }) as const

describe('Select all New', () => {
  it('S-62 is about those who can be imported: the number is theirs, and who is matched keeps their tick', async () => {
    const first = await ada.start([DORA])
    const { items, version } = await ada.rows(first, { kind: 'staff' })
    await ada.decide(first, version, [{ row: items[0]?.id ?? '', act: 'import' }])
    await ada.savePanels(first)
    await ada.sync(first)
    // Dora comes back under another ID, beside three who are new, one of whom cannot be imported
    const again = [
      { ...DORA, id: 't2' },
      teacher('n1', 'Ada', 'ada@oak.example.test'),
      teacher('n2', 'Ben', 'ben@oak.example.test'),
      teacher('n3', 'Cy'),
    ]
    const run = await ada.start(again, 'staff')
    const params = { school, run: run.id }
    const listed = await ada.rows(run, { kind: 'staff' })
    const rowOf = (status: string, name: string) =>
      listed.items.find((it) => it.status === status && (it.there ?? it.here)?.name === name)?.id ?? ''
    const pair = { row: rowOf('new', 'Dora Quill'), act: 'match', with: rowOf('desynced', 'Dora Quill') } as const
    await ada.decide(run, listed.version, [pair])
    const rows = await ada.rows(run, { kind: 'staff' })
    expect(rows.items.map((it) => `${it.there?.name} ${it.status} ${it.willImport}`).sort()).toEqual([
      'Ada Marsh new false',
      'Ben Marsh new false',
      'Cy Marsh new false',
      'Dora Quill matched true',
    ])
    const counts = await agent.call('runs.counts', { params, query: { kind: 'staff' } })
    expect(counts).toMatchObject({ importable: 2, importing: 0, filters: { new: 3, errors: 1 } })
    const all = { kind: 'staff', filter: 'all' } as const
    const ticked = await agent.call('runs.decide', { params, ifMatch: rows.version, body: { all, act: 'import' } })
    expect(ticked).toMatchObject({ made: counts.importable, counts: { importing: counts.importable } })
    const unticked = await agent.call('runs.decide', { params, ifMatch: ticked.version, body: { all, act: 'leave_out' } })
    expect(unticked).toMatchObject({ made: counts.importable, counts: { importing: 0 } })
    const [dora] = (await ada.rows(run, { kind: 'staff', filter: 'matched' })).items
    expect(dora).toMatchObject({ willImport: true })
  })

  it('the lines of the plan say of everybody why they are left as they are', async () => {
    const run = await ada.startAgain('staff')
    await ada.plan(run, 'leave_out')
    const why = async (line: string) =>
      (await agent.call('runs.planChanges', { params: { school, run: run.id }, query: { line } })).items.map((it) => it.reason)
    expect(await why('staff.error')).toMatchObject([
      {
        code: 'problem',
        params: {
          problem: 'staff.without_email',
          title: 'A member of staff has no e-mail address',
          cure: expect.stringContaining('in your MIS'),
        },
      },
    ])
    expect(await why('staff.left_out')).toEqual([
      { code: 'left_out', params: {} },
      { code: 'left_out', params: {} },
    ])
  })
})
