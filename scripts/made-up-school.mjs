// @ts-check
// A throw-away installation with a made-up September school, for the scripts that take pictures of it.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { installBrowser, launchBrowser } from './browser.mjs'
import { buildMissing, MAIN } from './build.mjs'
import { installMissing } from './install.mjs'

const SIZE = { width: 1366, height: 768 }

/**
 * Starts Muster on a folder of its own, opens a browser, and takes both away when `work` is done.
 *
 * @template Made
 * @param {(page: import('playwright-core').Page, link: string) => Promise<Made>} work gets a page and the link that sets up
 * @param {'en-GB' | 'en-US'} locale that of the browser: the school is set up in its words
 * @returns {Promise<Made>}
 */
export async function withMadeUpMuster(work, locale = 'en-GB') {
  await installMissing()
  await buildMissing()
  await installBrowser()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-picture-'))
  fs.chmodSync(folder, 0o711) // the database's account walks through it when this runs as root
  const server = spawn(process.execPath, [MAIN, 'start', '--data', path.join(folder, 'data'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => server.on('close', resolve))
  try {
    const link = await setUpLink(server)
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light', locale, timezoneId: 'Europe/London' })
      return await work(page, link)
    } finally {
      await browser.close()
    }
  } finally {
    server.kill('SIGTERM')
    await ended
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The link that it prints for set-up.
 *
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function setUpLink(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (/** @type {Buffer} */ chunk) => {
      said += chunk.toString('utf8')
      const link = /http:\S+\/setup\/\S+/.exec(said)
      if (link !== null) resolve(link[0])
    })
    server.on('close', () => reject(new Error('Muster ended before it could be set up.')))
  })
}

/**
 * Presses a button by its name.
 *
 * @param {import('playwright-core').Page} page
 * @param {string | RegExp} name
 */
export const press = (page, name) => page.getByRole('button', { name, exact: true }).click()

/**
 * Sets a September school up by hand and goes to its Home.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} link
 */
export async function setUpSeptember(page, link) {
  await page.goto(link)
  await page.getByLabel('Show me with made-up data').check()
  await press(page, 'Continue')
  await page.getByLabel('Your name').fill('Dana Price')
  await page.getByLabel(/address/).fill('dana@school.example.test')
  await page.getByRole('textbox', { name: 'Password' }).fill('heron kettle sideways')
  await press(page, 'Continue')
  await page.getByLabel('September').check()
  await press(page, 'Finish')
  await page.getByRole('link', { name: 'Go to Home' }).click()
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
}
