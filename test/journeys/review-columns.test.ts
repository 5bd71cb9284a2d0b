import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { FIRST, PASSWORD, testServer } from '../support/server.ts'
import { pageFaults } from './support/page-faults.ts'
import { named, somebody } from './support/person.ts'
import { reviewTable } from './support/review-table.ts'
import { inOneStory } from './support/story.ts'
import { startsTheSync } from './support/wizard.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const { agent, school } = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' })
const ada = await somebody(browser, server, { as: agent })
const { page } = ada
const table = reviewTable(ada)
const headings = async () => (await page.getByRole('columnheader').allInnerTexts()).filter((it) => it !== '')

describe('columns and rows of the review as somebody wants them', () => {
  it('UX C8 columns are added and rows stand closer as soon as they are chosen', async () => {
    await ada.opens(`/s/${school}/sync`)
    await startsTheSync(ada)
    await ada.opens(`/s/${school}/sync/pupils?show=synced`)
    const [name = ''] = await table.names()
    const height = async () => (await table.rowOf(name).boundingBox())?.height ?? 0
    await table.opensListMenu()
    await ada.presses('Columns')
    await ada.chooses('UPN')
    await ada.chooses('MIS ID')
    const before = await height()
    await ada.chooses(/^Compact/)
    await named(page.getByRole('dialog'), 'button', 'Close').last().click()
    expect(await headings()).toEqual(['Here', 'In your MIS', 'UPN', 'MIS ID', 'What changes', 'Status', 'Import?', 'More'])
    expect(await height()).toBeLessThan(before)
    expect(await pageFaults(page)).toEqual([])
  })

  it('UX C8 a UPN is masked until Show, which is noted, and hidden again', async () => {
    const [name = ''] = await table.names()
    const row = table.rowOf(name)
    await row.getByText(/^[A-Z]\d{3}…\d{4} Show$/).waitFor()
    await named(row, 'button', `Show the UPN of ${name}`).click()
    await row.getByText(/^[A-Z]\d{11}[A-Z0-9] Hide$/).waitFor()
    expect(await server.ask("select 1 as one from audit_entry where action = 'upn.shown'")).toHaveLength(1)
    await named(row, 'button', `Hide the UPN of ${name}`).click()
    await row.getByText(/^[A-Z]\d{3}…\d{4} Show$/).waitFor()
  })

  it('UX C8 the choice is there again in another browser; teachers have no UPN', async () => {
    const elsewhere = await somebody(browser, server, { as: await server.signIn(FIRST.email, PASSWORD) })
    await elsewhere.opens(`/s/${school}/sync/staff`)
    await elsewhere.page.getByRole('columnheader', { name: 'MIS ID' }).waitFor()
    expect(await elsewhere.page.getByRole('columnheader', { name: 'UPN' }).count()).toBe(0)
    await elsewhere.close()
  })
})
