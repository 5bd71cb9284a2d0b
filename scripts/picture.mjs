// @ts-check
// `npm run picture`: makes docs/pictures/review.png, the picture of the README, from a throw-away installation with a made-up school.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { installBrowser, launchBrowser } from './browser.mjs'
import { buildMissing, MAIN } from './build.mjs'
import { installMissing } from './install.mjs'
import { ROOT, runScript } from './run-program.mjs'

const PICTURE = path.join(ROOT, 'docs/pictures/review.png')
const BYTES_MAX = 200_000
const SIZE = { width: 1366, height: 768 }

await runScript(async () => {
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
    const picture = await takePicture(await setUpLink(server))
    if (picture.length >= BYTES_MAX) throw new Error(`The picture has ${picture.length} bytes; less than ${BYTES_MAX} are allowed.`)
    fs.mkdirSync(path.dirname(PICTURE), { recursive: true })
    fs.writeFileSync(PICTURE, picture)
    console.log(`${path.relative(ROOT, PICTURE)}: ${picture.length} bytes`)
  } finally {
    server.kill('SIGTERM')
    await ended
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

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
 * Sets a September school up, starts its sync, and shows the pupils who need a decision.
 *
 * @param {string} link
 */
async function takePicture(link) {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light', locale: 'en-GB', timezoneId: 'Europe/London' })
    const press = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true }).click()
    await page.goto(link)
    await page.getByLabel('Show me with made-up data').check()
    await press('Continue')
    await page.getByLabel('Your name').fill('Dana Price')
    await page.getByLabel(/address/).fill('dana@school.example.test')
    await page.getByRole('textbox', { name: 'Password' }).fill('heron kettle sideways')
    await press('Continue')
    await page.getByLabel('September').check()
    await press('Finish')
    await page.getByRole('link', { name: 'Go to Home' }).click()
    await page.getByRole('link', { name: 'Start sync' }).click()
    await press('Start sync')
    await page.getByRole('link', { name: 'Pupils', exact: true }).click()
    await press('Save and continue')
    await page.getByRole('heading', { name: /^Pupils: \d+ need a decision$/ }).waitFor()
    await page.locator('tr[data-place]').first().waitFor()
    return await page.screenshot()
  } finally {
    await browser.close()
  }
}
