import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'
import { named, somebody } from './support/person.ts'
import { reviewTable } from './support/review-table.ts'
import { setsUpAMadeUpSchool } from './support/set-up.ts'
import { inOneStory } from './support/story.ts'
import { goesThroughTheSteps, startsTheSync, stepStates, syncs } from './support/wizard.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const ada = await somebody(browser, server)
const table = reviewTable(ada)
const people = () => server.ask('select first_name, last_name from person order by id')

describe('September of a made-up school by mouse', () => {
  it('S-13 D32 the set-up page makes a school up, and Home says that a file waits', async () => {
    await setsUpAMadeUpSchool(ada, server.setUpCode, 'September')
    await ada.sees('A file has been read and waits. Start the sync to see what it would change.')
    await ada.sees('Made-up data. Nobody here is real, and no e-mail is ever sent.')
  })

  it('D13 S-45 classes alone are synced by a run of their own, after which Home says to check the pupils again', async () => {
    await ada.follows('Start sync')
    await ada.chooses('Registration classes only')
    await ada.presses('Start sync')
    await ada.seesHeading('Registration classes')
    await ada.presses('Save and sync registration classes')
    await syncs(ada)
    await ada.sees('Year groups or classes changed: sync pupils as well')
    await ada.follows('Go to Home')
    await ada.sees('Check pupils again: classes have changed')
  })

  it('S-42 after a first sync every step is open', async () => {
    await ada.follows('Sync')
    await ada.seesHeading('Start a sync')
    await startsTheSync(ada)
    const states = await stepStates(ada)
    expect(states.slice(1, -1).every((it) => it.endsWith(': Incomplete'))).toBe(true)
    expect(states.at(-1)).toBe('Review and sync: You can review now')
  })

  it('S-64 S-65 the undecided come first; a May match says what it would overwrite before it is kept', async () => {
    await ada.follows('Continue: Teachers')
    const [first = ''] = await table.names()
    await table.nameOf(first).click()
    await table.detailsOf(first).getByText('Check that they are the same person').waitFor()
    await ada.presses('Same person: keep matched')
    await table.isDecided(first, 'Matched')
    await table.hasCount('Needs a decision', 1)
    await goesThroughTheSteps(ada, ['teachers', 'yearGroups', 'registration', 'subjects', 'whichPupils'])
  })

  it('S-51 S-58 every status has its word, ours stands left and the MIS right', async () => {
    await ada.seesHeading(/^Pupils: \d+ need a decision$/)
    for (const status of ['New', 'May match', 'Matched', 'Synced', 'Desynced', 'Not matched'] as const) {
      await table.shows(status)
      const [name = ''] = await table.names()
      await table.rowOf(name).getByText(status, { exact: true }).waitFor()
    }
    const headings = await ada.page.getByRole('columnheader').allInnerTexts()
    expect(headings.filter((it) => it !== '')).toEqual(['Here', 'In your MIS', 'What changes', 'Status', 'Import?', 'More'])
  })

  it('S-60 Different makes two people of a May match, and Undo takes that back', async () => {
    await table.shows('Needs a decision')
    const before = await table.count('Needs a decision')
    const [name = ''] = await table.names()
    await table.nameOf(name).click()
    await ada.presses('Different pupils: unmatch')
    await table.isDecided(name, 'Unmatched')
    await table.hasCount('Needs a decision', before - 1)
    await ada.presses(/^Undo: /)
    await table.hasCount('Needs a decision', before)
  })

  it('S-59 N-01 Match finds anybody of the other side, ranked, with what speaks for it in words, and in numbers for who asks', async () => {
    await table.shows('Not matched')
    const [name = ''] = await table.names()
    await table
      .rowOf(name)
      .getByRole('checkbox', { name: `Select ${name}` })
      .click()
    await ada.presses('Match…')
    const dialog = named(ada.page, 'dialog', `Match ${name} (here) with…`)
    await dialog.getByRole('radio').first().waitFor()
    await dialog.getByRole('radio').first().click()
    const evidence = dialog.getByRole('list', { name: 'What speaks for and against it' })
    await evidence.waitFor()
    await dialog.getByText(/^(Second best in|Somebody else in) your MIS/).waitFor()
    expect(await evidence.getByText(/bits/).count()).toBe(0)
    await named(dialog, 'button', 'Show the numbers').click()
    await evidence
      .getByText(/[+−]\d+\.\d bits/)
      .first()
      .waitFor()
    await dialog.getByText(/^All together: [+−]\d+\.\d bits\. Chance of being one person: /).waitFor()
    await named(dialog, 'button', 'Cancel').click()
    await expect.poll(() => ada.page.getByRole('dialog').count()).toBe(0)
  })

  it('S-62 Deselect all and Select all act on everybody who is New, on all pages, and say how many', async () => {
    await table.shows('New')
    const arriving = await table.count('New')
    await ada.presses('Deselect all')
    await ada.sees(new RegExp(`^0 of ${arriving}`))
    await ada.presses(new RegExp(`^(Select|Import) all ${arriving}`))
    await ada.sees(new RegExp(`^${arriving} of ${arriving}`))
  })

  it('S-60 a synced pair is taken apart only after a question', async () => {
    await table.shows('Synced')
    const before = await table.count('Synced')
    const [name = ''] = await table.names()
    await table
      .rowOf(name)
      .getByRole('checkbox', { name: `Select ${name}` })
      .click()
    await ada.presses('Unmatch')
    await named(named(ada.page, 'dialog', `Unmatch ${name}?`), 'button', 'Keep matched').click()
    expect(await table.count('Synced')).toBe(before)
    await ada.presses('Unmatch')
    await named(named(ada.page, 'dialog', `Unmatch ${name}?`), 'button', 'Unmatch').click()
    await table.hasCount('Synced', before - 1)
    await ada.presses(/^Undo: /)
    await table.hasCount('Synced', before)
  })

  it('D11 the undecided are asked about once, in numbers, with the focus on the harmless answer', async () => {
    await table.shows('May match')
    const undecided = await table.count('May match')
    await ada.presses('Save and continue')
    const question = named(ada.page, 'dialog', new RegExp(`^${undecided + 1} records may match someone here$`))
    await question.waitFor()
    const leaveOut = named(question, 'button', 'Leave them out this time')
    expect(await leaveOut.and(ada.page.locator(':focus')).count()).toBe(1)
    await leaveOut.click()
    await ada.sees(`${undecided} pupils may match, not decided`)
  })

  it('S-47 S-48 S-138 Review says it in lines that open, Sync does it, and Finished says what came of it', async () => {
    const before = (await people()).length
    await ada.presses(/^Show: .* pupils will be added$/)
    await ada.page.getByRole('table', { name: /^Records: .* pupils will be added$/ }).waitFor()
    await syncs(ada)
    await ada.sees(/\d+ added · \d+ linked · \d+ updated · \d+ desynced · 0 deleted/)
    expect((await people()).length).toBeGreaterThan(before + 150)
    await ada.follows(/see the leavers$/)
    await ada.seesHeading('Leavers')
  })
})

describe('afterwards', () => {
  it('D13 S-46 pupils alone are synced by a run of their own, whose button says so', async () => {
    await ada.follows('Sync')
    await ada.seesHeading('Start a sync')
    await ada.chooses('Pupils only')
    await ada.presses('Start sync')
    await ada.seesHeading('Which pupils?')
    await ada.presses('Save and continue')
    await ada.seesHeading(/^Pupils: /)
    await ada.presses('Save and sync pupils')
    await named(ada.page, 'dialog', /may match someone here$/).waitFor()
    await ada.presses(/^Sync these \d+ as matches$/)
    await syncs(ada)
    expect(await server.ask(`select scope from run where state = 'applied' order by created_at desc limit 1`)).toEqual([
      { scope: 'pupils' },
    ])
  })
})

describe('the address of a list', () => {
  it('S-71 keeps filter, sort and page: a reload shows the same, and Back what was shown before', async () => {
    await ada.follows('People')
    await ada.picks('Year group', 'Year 9')
    await ada.isAt(/year=Year(\+|%20)9/)
    await ada.page.getByRole('columnheader', { name: 'Name' }).getByRole('link').click()
    await ada.isAt(/sort=-name/)
    await ada.follows('Page 2 of 2')
    await ada.isAt(/page=2/)
    const shown = async (): Promise<readonly string[]> => {
      await ada.page.locator('table:not(.is-old)').waitFor()
      return ada.page.getByRole('rowheader').allInnerTexts()
    }
    const second = await shown()
    await ada.reloads()
    expect(await shown()).toEqual(second)
    await ada.goesBack()
    await ada.isAt(/sort=-name$/)
    await ada.page.getByRole('navigation', { name: 'Pages' }).locator('[aria-current=page]').filter({ hasText: /^1$/ }).waitFor()
    expect(await shown()).not.toEqual(second)
    await ada.goesBack()
    await ada.isAt(/year=Year(\+|%20)9$/)
  })
})
