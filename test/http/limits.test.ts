import { describe, expect, it } from 'vitest'
import { aPupil, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const params = { school }
const LETTERS = 'abcdefghijklmnopqrst'
const PEOPLE = Array.from({ length: 20 }, (_, n) => aPupil(`p${n}`, `Kit${LETTERS[n]}`, `Newcombe${LETTERS[19 - n]}`))

const read = async () => {
  const { replay, ...rules } = await agent.call('limits.read', { params })
  return { replay, rules }
}

describe('safety limits (D19)', () => {
  it('are those of D19 until somebody changes them, and there is nothing to try them on', async () => {
    const { rules, replay } = await read()
    expect(rules.limits).toMatchObject({ leavers: { count: 10, share: 0.05 }, joiners: { count: 20, share: 0.5 }, smallKind: 60 })
    expect(rules.yearStartWindow).toEqual({ from: '08-15', to: '09-30' })
    expect(replay).toEqual({ runs: 0, heldAt: [] })
  })

  it('are tried on the last runs, without a change', async () => {
    const first = await ada.start(PEOPLE)
    await ada.savePanels(first)
    await ada.sync(first)
    const second = await ada.start(PEOPLE.slice(6))
    expect((await ada.plan(second)).changes).toBe(0)
    const { rules, replay } = await read()
    expect(replay).toMatchObject({ runs: 2, heldAt: [second.createdAt] })
    const looser = { ...rules, limits: { ...rules.limits, leaversOfSmallKind: { count: 7, share: 0.2 } } }
    expect(await agent.call('limits.try', { params, body: looser })).toEqual({ runs: 2, heldAt: [] })
    expect((await read()).rules).toEqual(rules)
  })

  it('hold from the next plan on, and are changed by who has seen them', async () => {
    const { rules } = await read()
    const looser = { ...rules, limits: { ...rules.limits, leaversOfSmallKind: { count: 7, share: 0.2 } } }
    const changed = await agent.call('limits.change', { params, body: { ...looser, seen: rules } })
    expect(changed).toMatchObject({ ...looser, replay: { runs: 2, heldAt: [] } })
    await expect(agent.call('limits.change', { params, body: { ...rules, seen: rules } })).rejects.toMatchObject({
      problem: { status: 412, code: 'version.changed' },
    })
    expect((await ada.plan(await ada.startAgain())).changes).toBe(6)
    expect(await server.ask("select actor ~ '^account:' as ok from audit_entry where action = 'limits.changed'")).toEqual([{ ok: true }])
  })

  it.each([
    ['no number', { count: 0, share: 0.2 }],
    ['more than everybody', { count: 3, share: 1.2 }],
  ])('refuse %s', async (_, leavers) => {
    const { rules } = await read()
    const body = { ...rules, limits: { ...rules.limits, leavers } }
    await expect(agent.call('limits.try', { params, body })).rejects.toMatchObject({ problem: { status: 422 } })
  })

  it('are seen by a deputy, who can neither change nor try them', async () => {
    const tom = await server.join(agent, school, { role: 'deputy', name: 'Tom Reid' })
    const { replay: _, ...rules } = await tom.call('limits.read', { params })
    await expect(tom.call('limits.try', { params, body: rules })).rejects.toMatchObject({ problem: { status: 403 } })
    await expect(tom.call('limits.change', { params, body: { ...rules, seen: rules } })).rejects.toMatchObject({ problem: { status: 403 } })
  })
})
