import { beforeAll, describe, expect, it } from 'vitest'
import type { Agent } from '../support/agent.ts'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { named, type Person, somebody } from './support/person.ts'

const server = await testServer()
const browser = await testBrowser(server.url)
const WAIT = 60_000

describe('a school that sets how it syncs by itself', () => {
  let agent: Agent
  let school: string
  let dana: Person
  beforeAll(async () => {
    const made = await server.setUp({ kind: 'made_up', scenario: 'nothing-changed', vocabulary: 'en-GB' })
    agent = made.agent
    school = made.school
    dana = await somebody(browser, server, { as: agent })
  }, WAIT)

  it('D30 turns nightly checks on, and Home says when the next one comes', { timeout: WAIT }, async () => {
    await dana.opens(`/s/${school}`)
    await dana.sees('Checks are off. You will have to remember.')
    await dana.follows('Turn on nightly checks')
    await dana.seesHeading('Schedule')
    await dana.chooses('Check only')
    await dana.presses('Save the schedule')
    await dana.sees('Saved.')
    await dana.follows('Home')
    await dana.sees(/^Next check: /)
  })

  it('D30 checks at once, and says what was found', { timeout: WAIT }, async () => {
    await dana.presses('Check for changes now')
    await dana.sees(/^Last check: /)
    await dana.sees(/nothing to decide|needs? a decision/i)
    expect(await pageFaults(dana.page)).toEqual([])
  })

  it('D30 enters closed days, which the schedule passes over', { timeout: WAIT }, async () => {
    await dana.opens(`/s/${school}/settings/calendar`)
    await dana.sees('The calendar is empty')
    await dana.types('Name', 'Summer holiday')
    await dana.types('First day', '2001-01-01')
    await dana.types('Last day', '2000-01-01')
    await dana.presses('Add to the calendar')
    await dana.seesHeading('There is a problem')
    await dana.types('Last day', '2999-01-01')
    await dana.presses('Add to the calendar')
    await named(dana.page, 'row', /Summer holiday/).waitFor()
    expect(await pageFaults(dana.page)).toEqual([])
    await dana.opens(`/s/${school}/settings/schedule`)
    await dana.sees('None is in sight')
  })

  it('D19 asks before a limit is raised, and keeps it where somebody thinks again', { timeout: WAIT }, async () => {
    await dana.opens(`/s/${school}/settings/limits`)
    const share = dana.page.locator('[id="limit-leavers.share"]')
    await share.fill('25')
    await dana.presses('Save the limits')
    await dana.seesHeading('Allow up to 25 % to be desynced without asking?')
    await dana.presses('Keep 5 %')
    await dana.reloads()
    await dana.page.locator('[id="limit-leavers.share"][value="5"]').waitFor()
    await share.fill('25')
    await dana.presses('Save the limits')
    await dana.presses('Raise the limit')
    await dana.sees('Saved. They hold from the next sync on.')
  })

  it('D11 asks before people who may match are synced unseen, and keeps asking where somebody thinks again', {
    timeout: WAIT,
  }, async () => {
    await dana.opens(`/s/${school}/settings/matching`)
    await dana.chooses('Sync them without checking')
    await dana.presses('Save the rules')
    const dialog = named(dana.page, 'dialog', 'Sync records nobody has checked?')
    await named(dialog, 'button', 'Keep asking me').click()
    await dialog.waitFor({ state: 'detached' })
    expect(await dana.page.getByLabel('Keep asking me').first().isChecked()).toBe(true)
    await dana.chooses('Sync them without checking')
    await dana.presses('Save the rules')
    await named(dialog, 'button', 'Sync them without checking').click()
    await dana.sees('Saved.')
    expect((await agent.call('rules.read', { params: { school } })).applyUnreviewedMayMatch).toBe(true)
    expect(await pageFaults(dana.page)).toEqual([])
  })

  it('N-11 rehearses the new school year from the newest file', { timeout: WAIT }, async () => {
    await dana.opens(`/s/${school}/rehearsal`)
    await dana.sees('No rehearsal yet')
    await dana.types('The day', '2030-09-02')
    await dana.presses('Rehearse it')
    await dana.sees(/^Rehearsed on /)
    await dana.seesHeading('Classes')
    expect(await pageFaults(dana.page)).toEqual([])
  })
})
