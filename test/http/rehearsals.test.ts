import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { RouteAnswer } from '../../src/contract/index.ts'
import { oneRoster, zipped } from '../support/packages.ts'
import { aPupil, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const params = { school }
const KIT = aPupil('p1', 'Kit', 'Newcombe')
const ORLA = aPupil('p2', 'Orla', 'Penwick', { grade: '8', classes: ['8A'] })

async function newest(): Promise<RouteAnswer<'rehearsals.list'>['rehearsals'][number]> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const [first] = (await agent.call('rehearsals.list', { params })).rehearsals
    if (first !== undefined && first.state !== 'waiting') return first
    await sleep(25)
  }
  throw new Error('The rehearsal did not end.')
}

it('N-11 a coordinator rehearses September from a file of its own, and the school and its syncs know nothing of it', async () => {
  const first = await ada.start([KIT])
  await ada.savePanels(first)
  await ada.sync(first)
  const form = new FormData()
  form.set('purpose', 'rehearsal')
  form.set('file', new Blob([new Uint8Array(await zipped(oneRoster([{ ...KIT, grade: '8', classes: ['8A'] }, ORLA])))]), 'september.zip')
  const upload = await agent.call('uploads.add', { params, form })
  if (upload.outcome !== 'read') throw new Error('The file was not read.')
  expect(await agent.call('home.read', { params })).toMatchObject({ sentence: { code: 'up_to_date' } })

  const { run } = await agent.call('rehearsals.start', { params, body: { upload: upload.upload, on: '2030-09-02' } })
  const shown = await newest()
  expect(shown).toMatchObject({ run, by: 'Ada Example', on: '2030-09-02', state: 'done', undecided: 0, errors: 0, failure: null })
  expect(shown.report).toMatchObject({
    classes: { added: ['8A'], ended: ['7A'], kept: 0 },
    pupils: { added: 1, leave: 0, changeClass: 1, withoutClass: 0 },
    years: { stay: 0, moves: [{ from: 'Year 7', to: 'Year 8', pupils: 1 }] },
  })
  expect(JSON.stringify(shown)).not.toMatch(/Kit|Newcombe|Orla|Penwick/)
  expect((await agent.call('people.list', { params, query: {} })).total).toBe(1)
  expect((await agent.call('runs.open', { params })).run).toBeNull()
  expect(await agent.call('home.read', { params })).toMatchObject({ sentence: { code: 'up_to_date' }, lastCheck: null })
})

it('N-11 refuses a day that there is not, and a file that is not kept', async () => {
  const start = (on: string, upload: string | null) => agent.call('rehearsals.start', { params, body: { upload, on } })
  await expect(start('2030-02-30', null)).rejects.toMatchObject({ problem: { status: 422 } })
  await expect(start('2030-09-02', '01990000-0000-7000-8000-000000000000')).rejects.toMatchObject({ problem: { code: 'run.no_data' } })
})
