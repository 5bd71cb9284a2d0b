import { expect, it } from 'vitest'
import type { RouteBody } from '../../src/contract/index.ts'
import { aPupil, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const status = async () => (await agent.call('home.read', { params: { school } })).status
const threeDaysPass = () => server.ask("update run set created_at = created_at - interval '3 days'")

it('C3 Home is out of date when the schedule wants checks and none has succeeded for 48 hours', async () => {
  const run = await ada.start([aPupil('p1', 'Nadia', 'Fernbank')])
  await ada.savePanels(run)
  await ada.sync(run)
  await threeDaysPass()
  // a school that is not checked by itself waits for nobody
  expect(await status()).toBe('up_to_date')
  const nightly: RouteBody<'schedule.change'> = { mode: 'check', time: '02:30', days: [1, 2, 3, 4, 5, 6, 7], onlyInTerm: false }
  await agent.call('schedule.change', { params: { school }, ifMatch: 0, body: nightly })
  // since the schedule was turned on nothing has been missed
  expect(await status()).toBe('up_to_date')
  await server.ask("update audit_entry set at = at - interval '3 days' where action = 'schedule.changed'")
  const home = await agent.call('home.read', { params: { school } })
  expect(home).toMatchObject({ status: 'out_of_date', sentence: { code: 'out_of_date' }, next: null })
})
