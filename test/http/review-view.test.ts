import { describe, expect, it } from 'vitest'
import { reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' })
const tom = await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' })
const ada = reviewerAt(server, agent, school)
const viewOf = (who: typeof agent) => who.call('session.read', {}).then((it) => it.account?.reviewView)

describe('how somebody wants the review table (UX C8)', () => {
  it('is their own, and there again in another browser', async () => {
    expect(await viewOf(agent)).toEqual({ columns: [], rows: 'comfortable' })
    await agent.call('session.saveReviewView', { body: { columns: ['upn', 'mis_id'], rows: 'compact' } })
    const elsewhere = await server.signIn('ada@school.example.test')
    expect(await viewOf(elsewhere)).toEqual({ columns: ['upn', 'mis_id'], rows: 'compact' })
    expect(await viewOf(tom)).toEqual({ columns: [], rows: 'comfortable' })
  })

  it('has no column that there is not', async () => {
    const asked = agent.fetch('/v1/session/review-view', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ columns: ['photo'], rows: 'compact' }),
    })
    expect([400, 403, 422]).toContain((await asked).status)
    expect(await viewOf(agent)).toEqual({ columns: ['upn', 'mis_id'], rows: 'compact' })
  })

  it('a UPN is masked in lists; who asks for it whole is noted by an id, and no number stands in the note', async () => {
    const run = await ada.startAgain()
    const [row] = (await ada.rows(run, { filter: 'synced' })).items
    const [person] = await server.ask<{ upn: string }>(`select upn from person where id = '${row?.id}'`)
    const upn = person?.upn ?? ''
    expect(upn).toMatch(/^[A-Z]\d{11}[A-Z0-9]$/)
    expect(row?.here?.upn).toBe(`${upn.slice(0, 4)}…${upn.slice(-4)}`)
    expect(row?.misId).toBeTruthy()
    expect(JSON.stringify(await ada.rows(run))).not.toContain(upn)
    const notes = () => server.ask<object>("select actor, action, subject, payload_digest from audit_entry where action = 'upn.shown'")
    expect(await notes()).toEqual([])
    const at = { school, run: run.id, row: row?.id ?? '' }
    expect(await tom.call('runs.showUpn', { params: at })).toEqual({ here: upn, there: upn })
    const [note] = await notes()
    expect(note).toMatchObject({ actor: expect.stringMatching(/^account:/), subject: row?.id })
    expect(JSON.stringify(await notes())).not.toContain(upn)
  })

  it('a viewer sees none', async () => {
    const vera = await server.join(agent, school, { role: 'viewer', name: 'Vera Viewer' })
    const [run] = (await agent.call('runs.list', { params: { school } })).items
    const asked = vera.call('runs.showUpn', { params: { school, run: run?.id ?? '', row: '01990000-0000-7000-8000-000000000000' } })
    await expect(asked).rejects.toMatchObject({ problem: { status: 403 } })
  })
})
