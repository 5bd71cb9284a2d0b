import { expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { named, somebody } from './support/person.ts'
import { inOneStory } from './support/story.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const WAIT = 60_000
const OTHERS = Array.from({ length: 6 }, (_, n) => aPupil(`p${n}`, `Kit${n}`, `Newcombe${n}`, { birthDate: `2013-02-1${n}` }))
const BORN = { birthDate: '2013-05-04' }
const ada = await somebody(browser, server, { as: agent })

it('N-06 says that nothing has been learnt, and that there is nothing to learn from', { timeout: WAIT }, async () => {
  await ada.opens(`/s/${school}/settings/matching`)
  await ada.sees('Nothing has been learnt yet')
  await ada.presses('Learn from all decisions')
  await ada.sees(/^There is nothing new to learn/)
})

it('N-06 a proposal says what it changes, is taken into use by a person, and given up again', { timeout: WAIT }, async () => {
  const first = await reviewer.start([...OTHERS, aPupil('a1', 'Oleksandr', 'Quarrendon', BORN)])
  await reviewer.savePanels(first)
  await reviewer.sync(first)
  const again = await reviewer.start([...OTHERS, aPupil('b1', 'Wolf', 'Quarrendon', BORN)])
  const rows = await reviewer.rows(again, { filter: 'all' })
  const ours = rows.items.find((it) => it.here?.name.includes('Oleksandr'))
  const theirs = rows.items.find((it) => it.there?.name.includes('Wolf'))
  const act = ours?.id === theirs?.id ? ({ act: 'same' } as const) : ({ act: 'match', with: theirs?.id ?? '' } as const)
  await reviewer.decide(again, rows.version, [{ row: ours?.id ?? '', ...act }])

  await ada.opens(`/s/${school}/settings/matching`)
  await ada.presses('Learn from all decisions')
  const row = ada.page.getByRole('row', { name: /Pupils, version 1/ })
  await row.getByText('Proposed').waitFor()
  await ada.sees('There is one proposal. Look at what it would change before you use it.')
  expect(await pageFaults(ada.page)).toEqual([])
  await named(row, 'button', 'Use it Pupils, version 1').click()
  await ada.seesHeading('Match by version 1 from now on?')
  expect(await pageFaults(ada.page, [1366, 320])).toEqual([])
  await named(ada.page.getByRole('dialog'), 'button', 'Use it').click()
  await row.getByText('In use').waitFor()
  await named(row, 'button', 'Stop using it Pupils, version 1').click()
  await ada.sees('The next sync matches by the weights that come with Muster again.')
  await named(ada.page.getByRole('dialog'), 'button', 'Stop using it').click()
  await row.getByText('Not in use').waitFor()
})
