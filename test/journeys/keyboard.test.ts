import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { FIRST, PASSWORD, testServer } from '../support/server.ts'
import { hasFocus, keyboardOf } from './support/keyboard.ts'
import { named, somebody } from './support/person.ts'
import { reviewTable } from './support/review-table.ts'
import { inOneStory } from './support/story.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const ada = await somebody(browser, server)
const keys = await keyboardOf(ada)
const { page } = ada
const table = reviewTable(ada)
const button = (name: string | RegExp) => named(page, 'button', name)
const link = (name: string | RegExp) => named(page, 'link', name)
const focusIsOn = (name: string) => expect.poll(() => hasFocus(page, table.nameOf(name)), { timeout: 5_000 }).toBe(true)

describe('September of a made-up school without a mouse', () => {
  it('from the printed link to Home', async () => {
    await ada.opens(`/setup/${server.setUpCode}`)
    await keys.chooses(page.getByLabel('Show me with made-up data'))
    await keys.uses(button('Continue'))
    await keys.types(page.getByLabel('Your name'), FIRST.name)
    await keys.types(page.getByLabel(/address/), FIRST.email)
    await keys.types(page.getByRole('textbox', { name: 'Password' }), PASSWORD)
    await keys.presses('Enter')
    await keys.chooses(page.getByLabel('September'))
    await keys.uses(button('Finish'))
    await keys.uses(link('Go to Home'))
    await keys.uses(link('Start sync'))
    await keys.uses(button('Start sync'))
    await keys.uses(link('Continue: Teachers'))
    await ada.seesHeading(/^Teachers: 2 need a decision$/)
  })

  it('Y keeps a May match, N takes it apart, and the focus goes on to the next', async () => {
    const [first = '', second = ''] = await table.names()
    await keys.goesTo(table.tabStop)
    await focusIsOn(first)
    await keys.presses('Enter')
    await table.detailsOf(first).waitFor()
    await keys.presses('y')
    await table.isDecided(first, 'Matched')
    await focusIsOn(second)
    await keys.presses('Enter')
    const overwritten = table.detailsOf(second).getByText('If you keep them matched')
    await overwritten.waitFor()
    await keys.presses('n')
    await table.isDecided(second, 'Unmatched')
    expect(await overwritten.count()).toBe(0)
    await ada.seesHeading('Teachers: nothing left to decide')
  })

  it('Ctrl+Z takes the last decision back', async () => {
    await keys.presses('Control+z')
    await ada.seesHeading('Teachers: 1 needs a decision')
    await table.isSaved()
  })

  it('S-61 I ticks who is to be imported; arrows move between rows', async () => {
    await keys.presses('Shift+Tab')
    await keys.uses(table.chip('New'))
    await table.isShowing('New')
    const [first = '', second = ''] = await table.names()
    const tick = (name: string) => page.getByRole('checkbox', { name: `Import ${name}` })
    expect(await tick(first).isChecked()).toBe(false)
    await keys.goesTo(table.tabStop)
    await keys.presses('Home', 'i', 'ArrowDown')
    await focusIsOn(second)
    await keys.presses('i')
    await expect.poll(() => tick(first).isChecked()).toBe(true)
    await expect.poll(() => tick(second).isChecked()).toBe(true)
  })

  it('S-71 Space and Shift+arrows select a range; / goes to the search, ? to the list of keys', async () => {
    const names = await table.names()
    await keys.presses('Home', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown')
    await ada.sees('3 selected')
    await keys.presses('?')
    await named(page, 'dialog', 'Keyboard shortcuts').waitFor()
    await keys.presses('Escape')
    await focusIsOn(names[2] ?? '')
    await keys.presses('/')
    expect(await hasFocus(page, page.getByLabel('Search by name or e-mail'))).toBe(true)
  })

  it('the steps are saved, and S-59 M matches with somebody else', async () => {
    for (const heading of [/^Teachers/, 'Match year groups', 'Registration classes', 'Subject classes', 'Which pupils?']) {
      await ada.seesHeading(heading)
      if (heading === 'Registration classes') await keys.uses(button('Skip past the table'))
      await keys.uses(button('Save and continue'))
    }
    await ada.seesHeading(/^Pupils: \d+ need a decision$/)
    const [first = '', second = ''] = await table.names()
    await keys.goesTo(table.tabStop)
    await focusIsOn(first)
    await keys.presses('m')
    const dialog = named(page, 'dialog', new RegExp(`^Match ${first} `))
    await dialog.getByText(/^\d+ found$/).waitFor()
    await keys.goesTo(dialog.getByRole('radio').first())
    await keys.presses('Space')
    await dialog.getByRole('list', { name: 'What speaks for and against it' }).waitFor()
    await keys.presses('Enter')
    await table.isDecided(first, 'Matched')
    await focusIsOn(first)
    await keys.presses('ArrowDown', 'y')
    await table.isDecided(second, 'Matched')
  })

  it('D11 Enter leaves the undecided out, and Sync syncs', async () => {
    await keys.uses(button('Save and continue'))
    await named(page, 'dialog', /may match someone here$/).waitFor()
    await keys.presses('Enter')
    await keys.uses(button(/^Sync .* now$/))
    await ada.seesHeading('Sync finished')
    await keys.uses(link('See every change'))
    await ada.seesHeading(/^Sync, /)
  })

  it('no mouse was used', async () => {
    expect(await keys.hasUsedMouse()).toBe(false)
  })
})
