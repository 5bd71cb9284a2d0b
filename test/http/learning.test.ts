import { expect, it } from 'vitest'
import { aPupil, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const params = { school }
const OTHERS = Array.from({ length: 6 }, (_, n) => aPupil(`p${n}`, `Kit${n}`, `Newcombe${n}`, { birthDate: `2013-02-1${n}` }))
const BORN = { birthDate: '2013-05-04' }

it('N-06 a coordinator sees what decisions teach, adopts it and goes back, and the answers name nobody', async () => {
  const first = await ada.start([...OTHERS, aPupil('a1', 'Oleksandr', 'Quarrendon', BORN)])
  await ada.savePanels(first)
  await ada.sync(first)
  expect(await agent.call('learning.read', { params })).toEqual({ versions: [], aliases: [] })

  const again = await ada.start([...OTHERS, aPupil('b1', 'Wolf', 'Quarrendon', BORN)])
  const rows = await ada.rows(again, { filter: 'all' })
  const ours = rows.items.find((it) => it.here?.name.includes('Oleksandr'))
  const theirs = rows.items.find((it) => it.there?.name.includes('Wolf'))
  const acts = ours?.id === theirs?.id ? ({ act: 'same' } as const) : ({ act: 'match', with: theirs?.id ?? '' } as const)
  await ada.decide(again, rows.version, [{ row: ours?.id ?? '', ...acts }])

  const { versions } = await agent.call('learning.propose', { params, body: {} })
  expect(versions).toMatchObject([
    { version: 1, kind: 'pupil', state: 'proposed', decisions: 1, report: { seed: 'muster', isAdoptable: true } },
  ])
  expect(JSON.stringify(versions)).not.toMatch(/Quarrendon|Wolf|2013-05/)

  const adopted = await agent.call('learning.adopt', { params, body: { version: 1 } })
  expect(adopted.versions).toMatchObject([{ state: 'adopted', replaces: null, adoptedBy: expect.stringMatching(/\w/) }])
  expect(adopted.versions[0]?.adoptedBy).not.toMatch(/^account:/)
  expect((await agent.call('learning.back', { params, body: { version: 1 } })).versions).toMatchObject([{ state: 'retired' }])
  await expect(agent.call('learning.back', { params, body: { version: 1 } })).rejects.toMatchObject({
    problem: { code: 'learning.nothing_adopted' },
  })
  await expect(agent.call('learning.adopt', { params, body: { version: 9 } })).rejects.toMatchObject({
    problem: { code: 'learning.not_found' },
  })
})
