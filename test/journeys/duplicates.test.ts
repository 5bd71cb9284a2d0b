import { beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { oneRoster, writePackage } from '../support/packages.ts'
import { testServer } from '../support/server.ts'
import { typesIn } from '../support/typed-in.ts'
import { pageFaults } from './support/page-faults.ts'
import { named, type Person, somebody } from './support/person.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const browser = await testBrowser(server.url)
const pupil = (id: string, first: string, last: string, birthDate: string) => ({ id, first, last, birthDate, grade: '7', classes: ['7A'] })
const WAIT = 60_000
let ada: Person

const typedIn = (firstName: string, lastName: string, birthDate: string, more = {}) =>
  typesIn(server, school, { kind: 'pupil', fields: { firstName, lastName, birthDate, ...more }, registrationClass: null })

beforeAll(async () => {
  const people = [
    pupil('p1', 'Robina', 'Fernbank', '2013-05-04'),
    pupil('p2', 'Robinb', 'Marchwood', '2013-01-30'),
    pupil('p3', 'Robinc', 'Tollgate', '2013-02-11'),
  ]
  await server.sync(writePackage(server.folder, oneRoster(people, { id: 'oak', name: 'Oak School' })))
  await typedIn('Robina', 'Fernbank', '2013-05-04', { middleName: 'Rose' })
  await typedIn('Robinb', 'Marchwood', '2013-01-30')
  await typedIn('Robind', 'Quarry', '2013-07-07', { upn: 'H801200001001' })
  await typedIn('Robind', 'Quarry', '2013-07-07', { upn: 'H801200001001' })
  ada = await somebody(browser, server, { as: agent })
}, WAIT)

describe('possible duplicates', () => {
  it('S-76 are listed with why, nothing is wrong with the page, light and dark, wide and narrow', { timeout: WAIT }, async () => {
    await ada.opens(`/s/${school}/people/duplicates`)
    await ada.sees('3 pairs')
    await ada.seesHeading('1. Robind Quarry and Robind Quarry')
    await ada.sees('Same UPN')
    expect(await pageFaults(ada.page)).toEqual([])
    const dark = await somebody(browser, server, { as: agent, width: 320, colours: 'dark' })
    await dark.opens(`/s/${school}/people/duplicates`)
    await dark.sees('3 pairs')
    expect(await pageFaults(dark.page)).toEqual([])
    await dark.close()
  })

  it('C27 Resolve all ticks those with the same number only, and merges what is ticked', { timeout: WAIT }, async () => {
    await ada.presses('Resolve all (3)')
    const dialog = named(ada.page, 'dialog', 'Resolve all possible duplicates')
    await dialog.getByRole('checkbox').first().waitFor()
    const ticked = await Promise.all((await dialog.getByRole('checkbox').all()).map((it) => it.isChecked()))
    expect(ticked).toEqual([true, false, false])
    expect(await pageFaults(ada.page)).toEqual([])
    await named(ada.page, 'button', 'Merge 1 pair').click()
    await ada.sees('1 pair is one person now.')
    await ada.sees('Resolve all (2)')
    await ada.seesNothingOf('Robind Quarry and Robind Quarry')
  })

  it('one at a time: a pair is merged, and the next one is told apart', { timeout: WAIT }, async () => {
    await ada.follows('Resolve one at a time')
    await ada.sees('Pair 1 of 2')
    await ada.presses('Same pupil: merge')
    await ada.seesHeading('Merge these two into one pupil?')
    await ada.sees('The kept record stays linked with your MIS.')
    expect(await pageFaults(ada.page)).toEqual([])
    await named(ada.page, 'dialog', 'Merge these two into one pupil?').getByRole('button', { name: 'Merge', exact: true }).click()
    await ada.sees(/is one record now/)
    await ada.sees('Pair 1 of 1')
    await ada.presses('They are different pupils')
    await ada.sees('Nobody seems to be here twice.')
  })

  it('D26 a merged record says so, and is split again', { timeout: WAIT }, async () => {
    const [merged] = await server.ask<{ id: string; kept: string }>(
      "select id, merged_into as kept from person where merged_into is not null and first_name <> 'Robind'",
    )
    await ada.opens(`/s/${school}/people/${merged?.kept}`)
    await ada.seesHeading('Merged into this record')
    await ada.opens(`/s/${school}/people/${merged?.id}`)
    await ada.seesHeading('This record was merged into another one.')
    expect(await pageFaults(ada.page)).toEqual([])
    await ada.presses('Split the two again')
    await ada.seesHeading(/^Split Robin[ab] /)
    expect(await pageFaults(ada.page)).toEqual([])
    await ada.presses('Split')
    await named(ada.page, 'heading', 'This record was merged into another one.').waitFor({ state: 'detached' })
    expect(await server.ask("select 1 from person where merged_into is not null and first_name <> 'Robind'")).toEqual([])
  })
})
