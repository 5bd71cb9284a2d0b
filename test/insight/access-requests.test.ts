import { expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const EZRA = { ...DORA, id: 't2', first: 'Ezra', last: 'Pound', email: 'E@oak.example.test' }
const run = await ada.start([aPupil('p1', 'Kit', 'Newcombe'), DORA, EZRA])
await ada.savePanels(run)
const staff = await ada.rows(run, { kind: 'staff' })
await ada.decide(
  run,
  staff.version,
  staff.items.map((it) => ({ row: it.id, act: 'import' as const })),
)
await ada.sync(run)

const params = { school }
const dora = await server.join(agent, school, { role: 'viewer', name: 'Dora Quill', email: 'd@oak.example.test' })
const ezra = await server.join(agent, school, { role: 'viewer', name: 'Ezra Pound', email: 'e@oak.example.test' })
const { application, items } = await agent.call('access.list', { params, query: {} })
const ids = items.map((it) => it.id)
const waiting = async () => (await agent.call('access.requests', { params })).items
const onHome = async () => (await agent.call('home.read', { params })).accessRequests
const own = async (who: typeof dora) => (await who.call('access.own', { params })).items[0]
const answer = async (word: 'granted' | 'denied' | 'ignored') => {
  const [request] = await waiting()
  return agent.call('access.answer', { params, body: { request: request?.id ?? '', answer: word } })
}
const ask = (who: typeof dora) => who.call('access.ask', { params, body: { application } })

await agent.call('access.change', { params, body: { application, people: ids, to: 'without' } })

it('S-36 whoever asks is found by their address; the coordinator sees it, and grants it', async () => {
  expect(await own(dora)).toMatchObject({ id: application, hasAccess: false, asked: null })
  expect((await ask(dora)).items).toMatchObject([{ hasAccess: false, asked: { isDenied: false } }])
  await ask(dora)
  expect(await waiting()).toMatchObject([{ person: { name: 'Dora Quill' }, application: 'School portal' }])
  expect(await onHome()).toBe(1)
  expect((await dora.call('home.read', { params })).accessRequests).toBe(0)
  expect((await answer('granted')).items).toEqual([])
  expect(await own(dora)).toMatchObject({ hasAccess: true, asked: null })
  expect(await onHome()).toBe(0)
})

it('S-36 who was denied is told, and may ask again', async () => {
  await ask(ezra)
  await answer('denied')
  expect(await own(ezra)).toMatchObject({ hasAccess: false, asked: { isDenied: true } })
  await ask(ezra)
  expect(await waiting()).toHaveLength(1)
})

it('S-36 who is ignored is not told, and does not come back by asking again', async () => {
  await answer('ignored')
  expect(await own(ezra)).toMatchObject({ hasAccess: false, asked: { isDenied: false } })
  await ask(ezra)
  expect(await waiting()).toEqual([])
})

it('giving access in the list answers what was asked; what was granted and taken may be asked for anew', async () => {
  await agent.call('access.change', { params, body: { application, people: ids, to: 'without' } })
  await ask(dora)
  expect(await waiting()).toHaveLength(1)
  await agent.call('access.change', { params, body: { application, people: ids, to: 'with' } })
  expect(await waiting()).toEqual([])
  expect(await own(ezra)).toMatchObject({ hasAccess: true })
})

it('whoever the school has no record of has nothing to ask for, and a request is answered once', async () => {
  expect((await agent.call('access.own', { params })).items).toEqual([])
  await expect(ask(agent)).rejects.toMatchObject({ problem: { code: 'access.nobody_of_address' } })
  const none = agent.call('access.answer', { params, body: { request: '01990000-0000-7000-8000-000000000000', answer: 'denied' } })
  await expect(none).rejects.toMatchObject({ problem: { code: 'access.request_not_found' } })
  await expect(dora.call('access.answer', { params, body: { request: application, answer: 'granted' } })).rejects.toMatchObject({
    problem: { code: 'permission.needed' },
  })
})
