import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { oneRoster, zipped } from '../support/packages.ts'
import { testServer } from '../support/server.ts'
import { somebody } from './support/person.ts'
import { setsUpASchool } from './support/set-up.ts'
import { inOneStory } from './support/story.ts'
import { givesTheFile, goesThroughTheSteps, startsTheSync, stepStates, syncs } from './support/wizard.ts'

inOneStory()
const server = await testServer()
const browser = await testBrowser(server.url)
const ada = await somebody(browser, server)

const PUPILS = ['Nadia Fernbank', 'Tomas Hollow', 'Ines Marchwood', 'Wren Ashdown', 'Milo Quarry'].map((name, at) => {
  const [first = '', last = ''] = name.split(' ')
  return { id: `p${at}`, first, last, birthDate: `2014-03-1${at}`, grade: at < 3 ? '7' : '8', classes: [at < 3 ? '7A' : '8B', 'Maths'] }
})
const TEACHERS = [
  { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: 'd.quill@oak.example.test', classes: ['7A'] },
  { id: 't2', first: 'Hugo', last: 'Vance', role: 'teacher', email: 'h.vance@oak.example.test', classes: ['8B'] },
] as const
const roster = await zipped(oneRoster([...PUPILS, ...TEACHERS]))

describe('a first sync by mouse', () => {
  it('the printed link leads through account and school to where a file is given', async () => {
    await setsUpASchool(ada, server.setUpCode, { name: 'Oak School', id: 'oak' })
    await ada.follows('Upload a file')
    await ada.seesHeading('Start a sync')
    await ada.page.getByLabel(/choose it:/).waitFor()
    expect(await ada.page.getByRole('button', { name: 'Start sync' }).count()).toBe(0)
  })

  it('S-13 S-40 S-41 a file is read as soon as it is chosen, and the steps open one after the other', async () => {
    await givesTheFile(ada, roster)
    await ada.sees('Found: 5 pupils, 2 teachers and 3 classes.')
    await startsTheSync(ada)
    expect(await stepStates(ada)).toEqual([
      'Connect: Completed',
      'Teachers: Incomplete',
      ...['Year groups', 'Registration classes', 'Subject classes', 'Pupils', 'Review and sync'].map((it) => `${it}: Cannot start yet`),
    ])
    await ada.opens(ada.address().replace('/sync', '/sync/pupils'))
    await ada.seesHeading('Sync')
  })

  it('S-40 S-44 D16 Teachers, year groups, classes, pupils: in this order, each saved', async () => {
    await ada.follows('Continue: Teachers')
    await ada.seesHeading(/^Teachers/)
    await ada.page.getByRole('checkbox', { name: 'Import Dora Quill' }).click()
    await goesThroughTheSteps(ada, ['teachers', 'yearGroups', 'registration', 'subjects', 'whichPupils', 'pupils'])
    await ada.seesHeading('Check before you sync')
  })

  it('S-47 S-48 S-49 S-138 the review says what will happen, and Sync does exactly that', async () => {
    for (const line of ['5 pupils will be added', '1 member of staff will be added', '3 classes will be created']) await ada.sees(line)
    expect(await server.ask('select 1 from person')).toEqual([])
    await ada.presses('Show: 5 pupils will be added')
    await ada.page.getByRole('rowheader', { name: 'Nadia Fernbank' }).waitFor()
    await syncs(ada)
    await ada.sees('6 added')
    expect(await server.ask('select 1 from person')).toHaveLength(6)
  })

  it('S-71 the people stand in their lists', async () => {
    await ada.follows('People')
    await ada.seesHeading('Pupils')
    for (const { first, last } of PUPILS) await ada.page.getByRole('rowheader', { name: `${first} ${last}` }).waitFor()
    await ada.follows(/^Teachers/)
    await ada.page.getByRole('rowheader', { name: 'Dora Quill' }).waitFor()
  })

  it('from History the sync is undone, after a review of the undo, and the people are gone', async () => {
    await ada.follows('History')
    await ada.seesHeading('History')
    await ada.page.getByRole('table').getByRole('link').first().click()
    await ada.presses('Undo this sync')
    await ada.presses('Review the undo')
    await ada.seesHeading('Check before you undo')
    await ada.sees('5 pupils that the sync added are removed')
    expect(await server.ask('select 1 from person')).toHaveLength(6)
    await ada.presses(/^Put .* back now$/)
    await ada.seesHeading('The sync was undone')
    await ada.follows('People')
    await ada.sees('No pupils yet')
    expect(await server.ask('select 1 from person')).toEqual([])
  })
})
