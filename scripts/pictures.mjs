// @ts-check
// `npm run pictures`: takes a picture of every screen for docs/using, in both vocabularies, from throw-away installations with a made-up school.
import fs from 'node:fs'
import path from 'node:path'
import { press, setUpSeptember, withMadeUpMuster } from './made-up-school.mjs'
import { ROOT, runScript } from './run-program.mjs'

const FOLDER = path.join(ROOT, 'docs/using/pictures')
const VOCABULARIES = /** @type {const} */ (['en-GB', 'en-US'])
/** A taller page is cut: what comes below is more of the same. */
const HEIGHT_MAX = 900
const QUALITY = 25
const BYTES_MAX = 3_000_000

/** Screens in the order in which a coordinator meets them: before a sync, in the review, and after it. */
const BEFORE = { home: '', 'start-a-sync': '/sync' }
const IN_REVIEW = {
  'sync-steps': '/sync',
  'sync-connect': '/sync/connect',
  'sync-teachers': '/sync/staff?show=all',
  'sync-year-groups': '/sync/years',
  'sync-registration-classes': '/sync/registration',
  'sync-subject-classes': '/sync/subjects',
  'sync-which-pupils': '/sync/pupils/choose',
  'sync-pupils': '/sync/pupils',
}
const AFTER = {
  'home-after-a-sync': '',
  pupils: '/people/pupils',
  teachers: '/people/teachers',
  leavers: '/people/leavers',
  access: '/people/access',
  deleted: '/people/deleted',
  'why-is-somebody-missing': '/people/missing',
  classes: '/classes',
  'year-groups': '/year-groups',
  history: '/history',
  'history-compared': '/history/compare',
  holds: '/holds',
  rehearsal: '/rehearsal',
  'sanity-checks': '/sanity-checks',
  team: '/settings/team',
  'school-settings': '/settings/school',
  messages: '/settings/messages',
  schedule: '/settings/schedule',
  calendar: '/settings/calendar',
  limits: '/settings/limits',
  matching: '/settings/matching',
  duplicates: '/people/duplicates',
  uploads: '/history/uploads',
}
/** Those outside of any school. */
const OUTSIDE = {
  'my-account': '/account',
  help: '/help',
  accessibility: '/accessibility',
  'keyboard-shortcuts': '/help/shortcuts',
  'forgotten-password': '/reset',
}

await runScript(async () => {
  fs.rmSync(FOLDER, { recursive: true, force: true })
  /** @type {string[]} */
  let names = []
  for (const vocabulary of VOCABULARIES) {
    fs.mkdirSync(path.join(FOLDER, vocabulary), { recursive: true })
    names = await withMadeUpMuster((page, link) => takeAll(page, link, vocabulary), vocabulary)
  }
  fs.writeFileSync(path.join(FOLDER, 'README.md'), listOf(names))
  const bytes = VOCABULARIES.flatMap((it) => names.map((name) => fs.statSync(fileOf(it, name)).size)).reduce((sum, it) => sum + it, 0)
  if (bytes > BYTES_MAX) throw new Error(`The pictures have ${bytes} bytes; ${BYTES_MAX} are allowed.`)
  console.log(`${names.length} pictures in each of ${VOCABULARIES.length} vocabularies, ${bytes} bytes, in ${path.relative(ROOT, FOLDER)}`)
})

/**
 * @param {string} vocabulary
 * @param {string} name
 */
function fileOf(vocabulary, name) {
  return path.join(FOLDER, vocabulary, `${name}.webp`)
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} link
 * @param {string} vocabulary
 * @returns {Promise<string[]>} their names, in order
 */
async function takeAll(page, link, vocabulary) {
  const session = await page.context().newCDPSession(page)
  /** @type {string[]} */
  const taken = []
  const take = async (/** @type {string} */ name) => {
    await isComplete(page)
    const height = /** @type {number} */ (await page.evaluate('document.documentElement.scrollHeight'))
    await page.setViewportSize({ width: 1366, height: Math.min(HEIGHT_MAX, Math.max(768, height)) })
    // the browser itself makes the smallest: a quarter of a PNG of the same page, or less
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
    fs.writeFileSync(fileOf(vocabulary, name), Buffer.from(data, 'base64'))
    await page.setViewportSize({ width: 1366, height: 768 })
    taken.push(name)
  }
  await page.goto(link)
  await take('set-up')
  await setUpSeptember(page, link)
  const { origin, pathname } = new URL(page.url())
  const takeEach = async (/** @type {Record<string, string>} */ screens) => {
    for (const [name, screen] of Object.entries(screens)) {
      await page.goto(`${origin}${pathname.replace(/\/$/, '')}${screen}`)
      await take(name)
    }
  }
  await takeEach(BEFORE)
  await press(page, 'Start sync')
  await page.getByRole('list', { name: 'Steps of this sync' }).waitFor()
  await takeEach(IN_REVIEW)
  await page.locator('tr.is-current [name=open]').press('Enter')
  await page.getByRole('region', { name: /^Details of / }).waitFor()
  await take('sync-why-these-two')
  await page.goto(`${origin}${pathname.replace(/\/$/, '')}/sync/review`)
  await press(page, 'Leave them out this time')
  await page.getByRole('heading', { name: 'Check before you sync' }).waitFor()
  await take('sync-review')
  await press(page, /^Sync .* now$/)
  await page.getByRole('heading', { name: 'Sync finished' }).waitFor()
  await take('sync-finished')
  await page.getByRole('link', { name: 'See every change' }).click()
  await take('history-of-a-sync')
  await takeEach(AFTER)
  await page.goto(`${origin}${pathname.replace(/\/$/, '')}/people/pupils`)
  await page.locator('.list-table tbody a').first().click()
  await take('person')
  await page.goto(`${origin}${pathname.replace(/\/$/, '')}/classes`)
  await page.locator('.list-table tbody a').first().click()
  await take('class')
  for (const [name, screen] of Object.entries(OUTSIDE)) {
    await page.goto(`${origin}${screen}`)
    await take(name)
  }
  return taken
}

/**
 * Waits until nothing on the page is being loaded.
 *
 * @param {import('playwright-core').Page} page
 */
async function isComplete(page) {
  await page.getByRole('heading', { level: 1 }).waitFor()
  while ((await page.getByRole('status').filter({ hasText: /…$/ }).count()) > 0) await page.waitForTimeout(50)
}

/** @param {readonly string[]} names */
function listOf(names) {
  const words = (/** @type {string} */ name) => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`
  const picture = (/** @type {string} */ name) => `![${words(name)}](${VOCABULARIES[0]}/${name}.webp)`
  return `# Every screen

Taken by \`npm run pictures\` from a made-up school. Nobody on them is real. The same in the words of the US: the link under each.

${names.map((it) => `## ${words(it)}\n\n${picture(it)}\n\n[In the words of the US](${VOCABULARIES[1]}/${it}.webp)\n`).join('\n')}`
}
