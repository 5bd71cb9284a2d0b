import { describe, expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const PEOPLE = [aPupil('p1', 'Nadia', 'Fernbank', { classes: ['7A'] }), DORA]

const read = async () => {
  const [first] = (await agent.call('classes.list', { params: { school } })).items
  return agent.call('classes.read', { params: { school, class: first?.id ?? '' } })
}
const change = async (body: { description?: string | null; ownsDescription?: boolean; isArchived?: boolean }, version?: number) => {
  const it = await read()
  return agent.call('classes.change', { params: { school, class: it.id }, ifMatch: version ?? it.version, body })
}
const history = () =>
  server.ask(
    "select before -> 'fields' ->> 'description' as before, after -> 'fields' ->> 'description' as after from directory_change where record_kind = 'class' and operation = 'update' and after -> 'fields' ? 'description' order by id",
  )

const first = await ada.start(PEOPLE)
await ada.savePanels(first)
await ada.sync(first)

describe('a class changed by hand', () => {
  it('S-96 has a description of its own, kept through a sync, with its place in the history; the earlier one can be put back', async () => {
    const before = await read()
    expect(before).toMatchObject({ description: null, ownsDescription: false, isSynced: true })
    expect(await change({ description: '  Room 4, ground floor ' })).toMatchObject({
      description: 'Room 4, ground floor',
      ownsDescription: true,
    })
    const again = await ada.start(PEOPLE)
    expect((await ada.plan(again)).changes).toBe(0)
    await ada.discard(again)
    expect(await change({ description: before.description, ownsDescription: before.ownsDescription })).toMatchObject({
      ...{ description: null, ownsDescription: false },
    })
    expect(await history()).toEqual([
      { before: null, after: 'Room 4, ground floor' },
      { before: 'Room 4, ground floor', after: null },
    ])
  })

  it('S-104 is taken into the archive and out of it, and a sync leaves it there', async () => {
    const { id } = await read()
    expect(await change({ isArchived: true })).toMatchObject({ isArchived: true })
    const again = await ada.start(PEOPLE)
    expect((await ada.plan(again)).changes).toBe(0)
    await ada.discard(again)
    const { version } = await agent.call('classes.read', { params: { school, class: id } })
    const back = await agent.call('classes.change', { params: { school, class: id }, ifMatch: version, body: { isArchived: false } })
    expect(back).toMatchObject({ isArchived: false })
  })

  it('is not changed by somebody who has not seen it as it is', async () => {
    const { version } = await read()
    await expect(change({ description: 'Late' }, version - 1)).rejects.toMatchObject({ problem: { status: 412, code: 'version.changed' } })
    expect(await read()).toMatchObject({ description: null })
  })
})
