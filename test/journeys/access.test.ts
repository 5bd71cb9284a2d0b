import { readFile } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { named, type Person, somebody } from './support/person.ts'
import { inOneStory } from './support/story.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp()
const reviewer = reviewerAt(server, agent, school)
const LETTERS = [...'ABCDEF']
const PUPILS = LETTERS.map((letter, at) => aPupil(`s${at}`, `${letter}stone`, 'Hale', at > 3 ? { grade: '8', classes: ['8A'] } : {}))
let ada: Person

const tick = (name: string) => ada.page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
const hasFocus = (text: string) => expect.poll(() => ada.page.locator(':focus').textContent()).toBe(text)

beforeAll(async () => {
  const run = await reviewer.start([...PUPILS, DORA])
  await reviewer.savePanels(run)
  const staff = await reviewer.rows(run, { kind: 'staff' })
  await reviewer.decide(run, staff.version, [{ row: staff.items[0]?.id ?? '', act: 'import' }])
  await reviewer.sync(run)
  ada = await somebody(browser, server, { as: agent })
})

it('S-31 S-33 the teacher whom the sync brought has access, the pupils stand in the other tab, and Limited is nowhere', async () => {
  await ada.opens(`/s/${school}/people/pupils`)
  await ada.follows('Access')
  await ada.sees('Dora Quill')
  await ada.sees(/^\d+ \w+ \d{4}, \d\d:\d\d, by a sync$/)
  await named(ada.page, 'link', 'With access 1').waitFor()
  await named(ada.page, 'link', 'Pending deletion 0').waitFor()
  await ada.seesNothingOf(/Limited access/)
  expect(await pageFaults(ada.page)).toEqual([])
  await ada.follows('Without access 6')
  await ada.isAt(/state=without/)
  await ada.sees('6 people')
})

it('S-32 with the mouse: several are selected with Shift, given access, and that is undone', async () => {
  await tick('Astone Hale').click()
  await tick('Cstone Hale').click({ modifiers: ['Shift'] })
  await ada.sees('3 selected')
  await ada.presses('Give access')
  await hasFocus('3 people have access now.')
  await named(ada.page, 'link', 'With access 4').waitFor()
  expect(await pageFaults(ada.page)).toEqual([])
  await ada.presses('Undo')
  await hasFocus('3 people are without access now.')
  await named(ada.page, 'link', 'Without access 6').waitFor()
})

it('S-32 with the keyboard alone: arrows with Shift tick, Ctrl+A ticks the page, Escape unticks', async () => {
  const { keyboard } = ada.page
  await tick('Astone Hale').focus()
  await keyboard.press('Space')
  await keyboard.press('Shift+ArrowDown')
  await ada.sees('2 selected')
  await keyboard.press('Control+a')
  await ada.sees('6 selected')
  await keyboard.press('Escape')
  await ada.sees('0 selected')
  await keyboard.press('End')
  await keyboard.press('Space')
  await keyboard.press('Shift+ArrowUp')
  await ada.sees('2 selected')
  await keyboard.press('Shift+Tab')
  for (let back = 0; back < 20 && (await ada.page.locator(':focus').textContent()) !== 'Give access'; back += 1)
    await keyboard.press('Shift+Tab')
  await keyboard.press('Enter')
  await hasFocus('2 people have access now.')
})

it('filters narrow, all of what they show is selected and taken away after a question, and saved as a file', async () => {
  await ada.opens(`/s/${school}/people/access`)
  await ada.picks('Year group', 'Year 8')
  await ada.isAt(/year=Year\+8/)
  await ada.sees('2 people')
  const [file] = await Promise.all([ada.page.waitForEvent('download'), ada.presses('Save as CSV')])
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  expect(lines.map((it) => it.split(',')[0]).slice(1)).toEqual(['Estone Hale', 'Fstone Hale'])
  await ada.presses('Select all 2')
  await ada.sees('2 selected')
  await named(ada.page, 'button', 'Take away access').click()
  const dialog = named(ada.page, 'dialog', 'Stop 2 pupils signing in?')
  await dialog.getByText('Their accounts and work are kept.', { exact: false }).waitFor()
  expect(await pageFaults(ada.page)).toEqual([])
  await named(dialog, 'button', 'Stop access').click()
  await ada.sees('2 people are without access now.')
  await ada.seesHeading('Nobody matches these filters')
})

it('one is given access from the row; S-34 who lacks a year group is Limited, and the list says what is missing', async () => {
  await server.ask("update person set year_group = null where first_name = 'Astone'")
  await ada.opens(`/s/${school}/people/access?state=without&q=astone`)
  await ada.presses('Give access to Astone Hale')
  await ada.sees('1 of them does not appear yet: a class or a year group is missing.')
  await ada.follows('Limited access 1')
  await ada.sees('No year group')
  expect(await pageFaults(ada.page)).toEqual([])
})

it('D17 a viewer sees who has access and can change nothing', async () => {
  const viewer = await server.join(agent, school, { role: 'viewer', name: 'Fay Lund' })
  const fay = await somebody(browser, server, { as: viewer })
  await fay.opens(`/s/${school}/people/access`)
  await fay.sees('Dora Quill')
  expect(await fay.page.getByRole('checkbox').count()).toBe(0)
  await fay.seesNothingOf('Take away access')
})

it('S-36 somebody of the staff asks on Home; the coordinator sees it there, goes to it and grants it', async () => {
  await server.ask("update access_grant g set state = 'without' from person p where p.id = g.person_id and p.kind = 'staff'")
  const account = await server.join(agent, school, { role: 'viewer', name: 'Dora Quill', email: 'd@oak.example.test' })
  const dora = await somebody(browser, server, { as: account })
  await dora.opens(`/s/${school}`)
  await dora.sees('You do not have access to School portal yet.')
  expect(await pageFaults(dora.page)).toEqual([])
  await dora.presses('Ask for access to School portal')
  await dora.sees(/^You asked for access to School portal on \d+ \w+ \d{4}, \d\d:\d\d\./)

  await ada.opens(`/s/${school}`)
  await ada.sees('1 person asks for access')
  await ada.follows('See who asks')
  await ada.seesHeading('1 person asks for access')
  expect(await pageFaults(ada.page)).toEqual([])
  await ada.presses('Grant the request of Dora Quill')
  await ada.sees('Dora Quill has access now.')
  await hasFocus('0 people ask for access')
  await dora.reloads()
  await dora.seesHeading('Home')
  await dora.seesNothingOf('Your access')
})
