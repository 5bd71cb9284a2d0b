import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { oneRoster } from '../support/packages.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'
import { type Effort, effortOf } from './support/effort.ts'
import { named, type Person, somebody } from './support/person.ts'
import { type ReviewTable, reviewTable } from './support/review-table.ts'
import { setsUpAMadeUpSchool } from './support/set-up.ts'
import { goesThroughTheSteps, startsTheSync, syncs } from './support/wizard.ts'

const WAIT = 240_000
const PAGE = path.resolve(import.meta.dirname, '../../docs/using/effort.md')
const counted: string[] = []

/** Somebody new at an installation of their own, whose clicks and keys are counted. */
async function countedPerson() {
  const server = await testServer()
  const browser = await testBrowser(server.url)
  const person = await somebody(browser, server)
  return { server, browser, person, effort: await effortOf(person), table: reviewTable(person) }
}

async function notes(what: string, effort: Effort, max: number): Promise<void> {
  const made = await effort.sinceLast()
  counted.push(`| ${what} | ${made} | ${max} |`)
  expect(made, what).toBeLessThanOrEqual(max)
}

/** Keeps everybody on the page who may match, one after the other, by one key each. */
async function keepsThemMatched({ page }: Person, table: ReviewTable): Promise<void> {
  const names = await table.names()
  await table.tabStop.click()
  for (const name of names) {
    await page.keyboard.press('y')
    await table.isDecided(name, 'Matched')
  }
}

/** Ticks all who are New. Gives the number that the button named. */
async function importsAllNew({ page, presses }: Person, table: ReviewTable): Promise<number> {
  await table.shows('New')
  const button = named(page, 'button', /^Select all \d+ New/)
  const count = Number(/\d+/.exec(await button.innerText())?.[0])
  await presses(/^Select all \d+ New/)
  await page.getByText(`${count} of ${count} New will be imported`).waitFor()
  await table.isSaved()
  return count
}

const dana = await countedPerson()
const ada = await countedPerson()
const bea = await countedPerson()

describe('what it takes, in clicks and keys', () => {
  it('UX-2 a first sync, from the printed link to Finished', { timeout: WAIT }, async () => {
    const { server, person, effort, table } = ada
    await setsUpAMadeUpSchool(person, server.setUpCode, 'First sync')
    await person.follows('Start sync')
    await startsTheSync(person)
    await person.follows('Continue: Teachers')
    await person.seesHeading(/^Teachers/)
    await importsAllNew(person, table)
    await goesThroughTheSteps(person, ['teachers', 'yearGroups', 'registration', 'subjects', 'whichPupils', 'pupils'])
    await syncs(person)
    await notes('First sync of a made-up school, from the printed link to *Sync finished*', effort, 20)
  })

  it('UX-3 September: everybody who may match decided, all New imported, synced', { timeout: WAIT }, async () => {
    const { server, person, effort, table } = dana
    await setsUpAMadeUpSchool(person, server.setUpCode, 'September')
    await effort.sinceLast()
    await person.follows('Start sync')
    await startsTheSync(person)
    await person.follows('Continue: Teachers')
    await person.seesHeading(/^Teachers: \d+ need a decision$/)
    await keepsThemMatched(person, table)
    const before = await effort.sinceLast()
    const staff = await importsAllNew(person, table)
    // UX-5: as many as the button named are ticked, and nobody else
    expect(await effort.sinceLast()).toBe(2)
    const ticked = await server.ask("select 1 from review_row where kind = 'staff' and status = 'new' and will_import")
    expect(ticked).toHaveLength(staff)
    await goesThroughTheSteps(person, ['teachers', 'yearGroups', 'registration', 'subjects', 'whichPupils'])
    await person.seesHeading(/^Pupils: \d+ need a decision$/)
    await keepsThemMatched(person, table)
    await person.seesHeading('Pupils: nothing left to decide')
    await person.presses('Save and continue')
    const people = await server.ask("select 1 from person where kind = 'staff'")
    await syncs(person)
    expect(await server.ask("select 1 from person where kind = 'staff'")).toHaveLength(people.length + staff)
    const after = await effort.sinceLast()
    counted.push(`| A September with 19 people who may match, from Home to *Sync finished* | ${before + 2 + after} | 75 |`)
    expect(before + 2 + after).toBeLessThanOrEqual(75)
  })

  it('UX-1 a sync that needs nobody, prepared by a check', { timeout: WAIT }, async () => {
    const { agent, school } = await bea.server.setUp()
    const reviewer = reviewerAt(bea.server, agent, school)
    const people = [aPupil('p1', 'Zara', 'Vance'), DORA]
    const first = await reviewer.start(people)
    await reviewer.savePanels(first)
    await reviewer.sync(first)
    await bea.server.upload(agent, school, oneRoster([...people, aPupil('p2', 'Orla', 'Penwick')]))
    const person = await somebody(bea.browser, bea.server, { as: agent })
    const effort = await effortOf(person)
    await person.opens(`/s/${school}`)
    await person.presses('Check for changes now')
    await named(person.page, 'link', 'Review and sync').waitFor()
    await effort.sinceLast()
    const begun = Date.now()
    await person.follows('Review and sync')
    await syncs(person)
    expect(Date.now() - begun).toBeLessThan(60_000)
    await notes('A sync that a check has prepared, from Home to *Sync finished*', effort, 3)
  })
})

it('is what the page for users says', async () => {
  await expect(`# What a sync takes

Counted by a program that goes through the pages of a made-up school: every click is one, and every key that is not typed into a field.
A sync of your own takes one key more for each person more who may match.

| what | clicks and keys | asked for at most |
|---|---|---|
${counted.join('\n')}
`).toMatchFileSnapshot(PAGE)
})
