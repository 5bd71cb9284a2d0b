import { describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { oneRoster, writePackage, zipped } from '../support/packages.ts'
import { FIRST, PASSWORD, testServer } from '../support/server.ts'
import { named, type Person, somebody } from './support/person.ts'
import { signsIn } from './support/set-up.ts'
import { givesTheFileAndStarts, syncs } from './support/wizard.ts'

const server = await testServer()
const schools = ['Oak', 'Elm'].map((it) => ({ name: `${it} School`, externalId: it.toLowerCase(), vocabulary: 'en-GB' as const }))
const { agent } = await server.setUp({ kind: 'group', name: 'Two Trees', schools })
const { schools: mine } = await agent.call('session.read', {})
const [oak = '', elm = ''] = ['Oak School', 'Elm School'].map((name) => mine.find((it) => it.name === name)?.code)
const browser = await testBrowser(server.url)

const SURNAMES = [
  'Fernbank',
  'Hollow',
  'Marchwood',
  'Ashdown',
  'Quarry',
  'Larkspur',
  'Tollgate',
  'Brindle',
  'Copsey',
  'Dunmere',
  'Eastry',
  'Garrow',
]
const PUPILS = SURNAMES.map((last, at) => ({ id: `p${at}`, first: `Robin${'abcdefghijkl'[at]}`, last, grade: '7', classes: ['7A'] }))
const fileOf = (people: typeof PUPILS) => zipped(oneRoster(people))
await server.sync(writePackage(server.folder, oneRoster(PUPILS)))

const ada = await somebody(browser, server)
const tom = await somebody(browser, server)

/** Nothing of anybody's record is on the page, however it is hidden. */
async function knowsNobody(person: Person): Promise<void> {
  const text = await person.page.content()
  expect(SURNAMES.filter((it) => text.includes(it))).toEqual([])
}

describe('signing in', () => {
  it('leads back to where one wanted to be', async () => {
    await ada.opens(`/s/${oak}/people/pupils?year=Year+7&sort=-name`)
    await ada.seesHeading('Sign in')
    await knowsNobody(ada)
    await signsIn(ada, FIRST.email)
    await ada.seesHeading('Pupils')
    expect(ada.address()).toContain(`/s/${oak}/people/pupils?`)
    expect(ada.address()).toMatch(/year=Year(\+|%20)7/)
    await ada.page.getByRole('rowheader', { name: 'Robina Fernbank' }).waitFor()
  })

  it('says the same of a wrong password and of an address that has no account, and takes five tries', async () => {
    const eve = await somebody(browser, server)
    await eve.opens('/sign-in')
    for (const email of ['nobody@school.example.test', 'eve@school.example.test']) {
      await signsIn(eve, email, 'not the right one')
      await named(eve.page, 'link', 'Enter a correct e-mail address and password').waitFor()
    }
    for (let tries = 0; tries < 5; tries++) {
      const answer = eve.page.waitForResponse((it) => it.url().endsWith('/v1/session') && it.request().method() === 'POST')
      await signsIn(eve, 'eve@school.example.test', `guess number ${tries}`)
      await answer
    }
    await eve.sees(/15 minutes/)
    await eve.close()
  })

  it('signing out ends it: Back shows nothing of the school', async () => {
    await ada.page.getByText(FIRST.name, { exact: true }).click()
    await ada.presses('Sign out')
    await ada.seesHeading('Sign in')
    await ada.goesBack()
    await ada.seesHeading('Sign in')
    await knowsNobody(ada)
    await signsIn(ada, FIRST.email)
    await ada.seesHeading(/^(Pupils|Home)$/)
  })
})

describe('a team', () => {
  it('D17 a coordinator makes a link, and a colleague joins with it in a browser of their own', async () => {
    await ada.opens(`/s/${oak}/settings/team`)
    await ada.types('Their e-mail address', 'tom@school.example.test')
    await ada.chooses('Deputy coordinator')
    await ada.presses('Invite')
    const link = new URL(await ada.page.locator('code').innerText())
    await tom.opens(link.pathname)
    await tom.seesHeading('Join Oak School')
    await tom.types('Your name', 'Tom Reid')
    await tom.types('Password', PASSWORD)
    await tom.presses('Join')
    await tom.seesHeading('Home')
    await ada.page.getByRole('rowheader', { name: 'Tom Reid' }).waitFor()
  })

  it('a link opens once', async () => {
    const link = await ada.page.locator('code').innerText()
    const eve = await somebody(browser, server)
    await eve.opens(new URL(link).pathname)
    await eve.seesHeading('Invitation')
    await eve.seesNothingOf('Tom Reid')
    await eve.close()
  })
})

describe('the school', () => {
  it('S-154 an ID that another school here has is refused, and the form says so', async () => {
    await ada.opens(`/s/${oak}/settings/school`)
    await ada.types('School ID', 'elm')
    await ada.presses('Save the changes')
    await ada.seesHeading('There is a problem')
    await ada.reloads()
    await expect.poll(() => ada.page.getByLabel('School ID').inputValue()).toBe('oak')
  })
})

describe('a deputy', () => {
  it('D17 reviews a sync that is on hold, and is told that a coordinator has to approve it', async () => {
    await tom.opens(`/s/${oak}/sync`)
    await givesTheFileAndStarts(tom, await fileOf(PUPILS.slice(0, 5)))
    await tom.follows(/^Review and sync$/)
    await tom.seesHeading('7 records are on hold')
    await tom.opens(`/s/${oak}/holds`)
    await tom.follows('7 records')
    await tom.seesHeading('Sync on hold')
    await tom.sees('An Access Coordinator has to approve it.')
    expect(await tom.page.getByRole('button', { name: /Approve/ }).count()).toBe(0)
  })

  it('S-48 the coordinator approves and syncs it', async () => {
    await ada.opens(`/s/${oak}/holds`)
    await ada.follows('7 records')
    await ada.presses('Approve and sync')
    await ada.types('To go on, type 7', '7')
    await named(named(ada.page, 'dialog', 'Sync although 7 pupils would be desynced?'), 'button', 'Approve and sync').click()
    await ada.seesHeading('Sync finished')
    await ada.sees('7 desynced')
  })

  it('D17 syncs, but cannot undo, and cannot invite', async () => {
    const { run: empty } = await agent.call('runs.open', { params: { school: oak } })
    if (empty !== null) await agent.call('runs.discard', { params: { school: oak, run: empty.id } })
    await tom.opens(`/s/${oak}/sync`)
    await givesTheFileAndStarts(
      tom,
      await fileOf([...PUPILS.slice(0, 5), { id: 'n1', first: 'Sorrel', last: 'Newby', grade: '7', classes: ['7A'] }]),
    )
    await tom.follows(/^Review and sync$/)
    await syncs(tom)
    await tom.sees('1 added')
    expect(await tom.page.getByRole('button', { name: 'Undo this sync' }).count()).toBe(0)
    await tom.follows('See every change')
    await tom.page.getByRole('rowheader', { name: 'Sorrel Newby' }).waitFor()
    expect(await tom.page.getByRole('button', { name: 'Undo this sync' }).count()).toBe(0)
    await tom.follows('Settings')
    await tom.sees('Only an Access Coordinator can change this.')
    expect(await tom.page.getByRole('button', { name: 'Invite' }).count()).toBe(0)
  })
})

describe('who may not', () => {
  it('S-21 D18 a viewer is told who may sync, by name, and nobody stands on the page', async () => {
    const viewer = await server.join(agent, oak, { role: 'viewer', name: 'Vera Look' })
    const vera = await somebody(browser, server, { as: viewer })
    await vera.opens(`/s/${oak}`)
    await vera.seesHeading('Home')
    expect(await vera.page.getByRole('link', { name: /Start sync|Check for changes|Upload a file/ }).count()).toBe(0)
    for (const page of ['sync', 'sync/pupils', 'sync/review']) {
      await vera.opens(`/s/${oak}/${page}`)
      await vera.sees('You need to be an Access Coordinator')
      await vera.sees('At Oak School that is Ada Example.')
      await knowsNobody(vera)
    }
    await vera.close()
  })

  it('D18 who has no role here sees what they would see of a school that does not exist', async () => {
    const stranger = await server.join(agent, elm, { role: 'access_coordinator', name: 'Sam Elsewhere' })
    const sam = await somebody(browser, server, { as: stranger })
    await sam.opens(`/s/${oak}/people/pupils`)
    await sam.seesHeading('Page not found')
    const seen = await sam.page.locator('body').innerText()
    await knowsNobody(sam)
    await sam.opens('/s/no-such-school/people/pupils')
    await sam.seesHeading('Page not found')
    expect(await sam.page.locator('body').innerText()).toBe(seen)
    await sam.close()
  })
})
