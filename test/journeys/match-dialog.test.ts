import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
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
const dialog = page.getByRole('dialog')
const found = dialog.getByRole('status')
const choices = dialog.locator('.candidate-box input[type=radio]:enabled')

describe('the Match dialog', () => {
  const surnameOf = async (question: string): Promise<string> => {
    const [person] = await server.ask<{ readonly last_name: string }>(question)
    return person?.last_name ?? ''
  }

  it('S-59 leavers are among them, people already matched only where somebody asks; eight to a page, and the focus goes along', async () => {
    await ada.opens(`/s/${school}/sync`)
    await startsTheSync(ada)
    await ada.opens(`/s/${school}/sync/pupils?show=new`)
    const [name = ''] = await table.names()
    await table.nameOf(name).click()
    await named(table.detailsOf(name), 'button', 'Match…').click()
    await expect.poll(() => found.innerText()).toMatch(/^\d+ found\s+[\d,]+ already matched are not shown\.$/)
    const free = Number(/^\d+/.exec(await found.innerText())?.[0])
    expect(await dialog.getByLabel('Also show leavers').isChecked()).toBe(true)
    expect(await choices.count()).toBe(8)
    await dialog.getByLabel('Also show leavers').uncheck()
    await expect.poll(() => found.innerText()).toMatch(/leavers are not shown\./)
    await dialog.getByLabel('Also show leavers').check()
    await expect.poll(() => found.innerText()).toMatch(new RegExp(`^${free} found`))
    const firstPage = await dialog.locator('.candidate-box b').allInnerTexts()
    await named(dialog, 'button', 'Next page').click()
    await expect.poll(() => dialog.locator('.candidate-box b').allInnerTexts()).not.toEqual(firstPage)
    expect(await dialog.locator('legend:focus').count()).toBe(1)
  })

  it('S-59 who is matched already says with whom, and what the choice takes from that record', async () => {
    await dialog.getByLabel('Also show people already matched').check()
    // a surname of eight or more would not be on the first page for certain
    const surname = await surnameOf(
      `select last_name from person where kind = 'pupil' group by last_name
       having count(*) = 1 and bool_and(id::text in (select record_id from link where source_kind = 'pupil')) order by last_name limit 1`,
    )
    await dialog.getByRole('searchbox').fill(surname)
    const taken = dialog.locator('.candidate-box', { hasText: new RegExp(`${surname}.*Already matched with`) }).first()
    await taken.waitFor()
    await taken.getByRole('radio').check()
    await taken.getByText(/^If you choose .+, the match with .+ in your MIS is removed, and that MIS record becomes New\.$/).waitFor()
    expect(await pageFaults(page)).toEqual([])
  })

  it('S-59 a teacher of the typed name is not hidden: they cannot be chosen, and the dialog says why', async () => {
    await dialog.getByRole('searchbox').fill(await surnameOf("select last_name from person where kind = 'staff' order by id limit 1"))
    const teacher = dialog.locator('.candidate-box', { hasText: 'A teacher cannot be matched with a pupil.' }).first()
    await teacher.waitFor()
    expect(await teacher.getByRole('radio').isDisabled()).toBe(true)
    await named(dialog, 'button', 'Cancel').click()
  })

  it('S-59 two of one side, selected together, are no pair: the dialog says so and searches for the first', async () => {
    const [one = '', other = ''] = await table.names()
    for (const name of [one, other])
      await table
        .rowOf(name)
        .getByRole('checkbox', { name: `Select ${name}` })
        .click()
    await named(page.getByRole('region', { name: 'What to do with the selected' }), 'button', 'Match…').click()
    await dialog.getByText(`${one} and ${other} are both in your MIS. A match needs one person here and one in your MIS.`).waitFor()
    await named(dialog, 'button', 'Cancel').click()
  })
})
