import { describe, expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const EMAIL = { ada: 'ada@oak.example.test', ben: 'ben@oak.example.test' }

const home = () => agent.call('home.read', { params: { school } })
const messages = async () =>
  (await agent.call('messages.list', { params: { school } })).items.map((it) => `${it.state} ${it.kind} ${it.to} ${it.name}`)

/** Ticks one pupil's address and syncs. */
async function syncWithTick(name: string, people: Parameters<typeof ada.start>[0]) {
  const run = await ada.start(people)
  const scope = { cohort: null, pupilEmails: 'chosen' } as const
  await agent.call('runs.saveScope', { params: { school, run: run.id }, ifMatch: run.version, body: scope })
  const rows = await ada.rows(run)
  const row = rows.items.find((it) => it.there?.name.startsWith(name))
  await ada.decide(run, rows.version, [{ row: row?.id ?? '', act: 'sync_email' }])
  if (run.isFirst) await ada.savePanels(run)
  return ada.sync(run)
}

describe('a school through its first syncs', () => {
  it('S-13, C3 Home says at every step what there is to do', async () => {
    expect(await home()).toMatchObject({ sentence: { code: 'no_data' }, next: 'upload' })
    const run = await ada.start([
      aPupil('p1', 'Ada', 'Marsh', { email: EMAIL.ada }),
      aPupil('p2', 'Ben', 'Okafor', { email: EMAIL.ben }),
      DORA,
    ])
    expect(await home()).toMatchObject({
      sentence: { code: 'first_on_its_way' },
      next: 'continue',
      openRun: { id: run.id, openPanels: ['staff'] },
    })
    await ada.savePanels(run)
    expect(await home()).toMatchObject({ sentence: { code: 'ready_to_sync' }, next: 'sync', tiles: { pupils: 0 } })
    const applied = await ada.sync(run)
    expect(applied.messagesHeld).toBe(0) // staff are not imported unless somebody ticks them, and no address is ticked
    expect(await home()).toMatchObject({
      sentence: { code: 'up_to_date' },
      next: null,
      tiles: { pupils: 2, pupilsSynced: 2 },
      lastApplied: { id: run.id },
    })
    const panel = await ada.startAgain('registration_classes')
    expect(panel.openPanels).toEqual(['registration_classes'])
    await ada.discard(panel)
    expect(await home()).toMatchObject({ sentence: { code: 'discarded' }, next: 'start' })
  })

  it('S-110 only the pupil whose address was ticked is owed a verification; D32 it waits', async () => {
    const people = [aPupil('p1', 'Ada', 'Marsh', { email: EMAIL.ada }), aPupil('p2', 'Ben', 'Okafor', { email: EMAIL.ben })]
    const applied = await syncWithTick('Ada', people)
    expect(applied.messagesHeld).toBe(1)
    expect(await messages()).toEqual([`held pupil_email_verification ${EMAIL.ada} Ada Marsh`])
    const again = await ada.start(people)
    expect(await ada.plan(again)).toMatchObject({ changes: 0 })
    await ada.sync(again)
    expect(await messages()).toHaveLength(1)
  })

  it('N-02 the undo of that sync drops it', async () => {
    const [run] = (await agent.call('runs.list', { params: { school }, query: { limit: 2 } })).items.filter((it) => it.messagesHeld > 0)
    const undo = await agent.call('runs.undo', { params: { school, run: run?.id ?? '' } })
    expect(await home()).toMatchObject({ sentence: { code: 'undo_ready' }, next: 'review' })
    const { hash } = await ada.plan(undo)
    await ada.settled(await agent.call('runs.apply', { params: { school, run: undo.id }, body: { planHash: hash } }), ['applied'])
    expect(await messages()).toEqual([`dropped pupil_email_verification ${EMAIL.ada} Ada Marsh`])
    expect(await home()).toMatchObject({ sentence: { code: 'undone' }, next: 'start', tiles: { messagesHeld: 0 } })
  })
})
