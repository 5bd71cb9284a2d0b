import { expect, it } from 'vitest'
import { aPupil, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const params = { school }

it('D6 D11 D17 S-89 the rules of a school are those of the documents until somebody changes them', async () => {
  expect(await agent.call('rules.read', { params })).toEqual({
    ...{
      applyUnreviewedMayMatch: false,
      importNewPupils: true,
      importNewStaff: false,
      deputyMaySync: true,
      mayPin: false,
      includeNursery: false,
    },
    suggestions: { decided: 0, changed: 0 },
  })
})

it('D6 a change holds from the next sync on, and leaves the others as they are', async () => {
  const changed = await agent.call('rules.change', { params, body: { importNewPupils: false } })
  expect(changed).toMatchObject({ importNewPupils: false, importNewStaff: false, deputyMaySync: true })
  const run = await ada.start([aPupil('p1', 'Nadia', 'Fernbank')])
  expect((await ada.rows(run, { filter: 'all' })).items).toMatchObject([{ status: 'new', willImport: false }])
  expect(await server.ask("select count(*)::int as acts from audit_entry where action = 'rules.changed'")).toEqual([{ acts: 1 }])
})

it('D17 a deputy sees the rules and changes none; without the right to sync a deputy starts nothing', async () => {
  const tom = await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' })
  await expect(tom.call('rules.change', { params, body: { deputyMaySync: true } })).rejects.toMatchObject({ problem: { status: 403 } })
  expect(await tom.call('rules.read', { params })).toMatchObject({ deputyMaySync: true })
  await agent.call('rules.change', { params, body: { deputyMaySync: false } })
  const starts = tom.call('checks.start', { params, body: { source: 'newest_upload' } })
  await expect(starts).rejects.toMatchObject({ problem: { status: 403 } })
})
