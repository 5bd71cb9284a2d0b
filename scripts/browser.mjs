// @ts-check
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { underLockFile } from '../src/db/embedded/lock-file.mjs'
import { runProgram } from './run-program.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe']
/** Where it is on systems that do not put it on the PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const INSTRUCTION = 'Install Chromium or Google Chrome so that it is on the PATH (on Debian as root: apt-get install chromium).'
const NO_BROWSER = `The tests open the pages in a browser, and there is none. ${INSTRUCTION}`
const APT_SECONDS_MAX = 900

/** Makes sure that there is a browser for the journeys in test/: Debian's own where we may install it, else says what to do. */
export async function installBrowser() {
  if (findBrowser() !== undefined) return
  if (process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) throw new Error(NO_BROWSER)
  const onWait = (/** @type {number} */ pid) => console.error(`waiting for another process that is installing the browser (${pid})`)
  const file = path.join(os.tmpdir(), 'muster-apt.lock')
  await underLockFile({ file, secondsMax: APT_SECONDS_MAX, onWait }, async () => {
    if (findBrowser() === undefined) await installDebianChromium()
  })
}

/**
 * Starts that browser, without a window. Has a lifetime: close it.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error(NO_BROWSER)
  const { chromium } = await import('playwright-core')
  // Chromium's own sandbox does not start for root; containers give it a /dev/shm that is too small; without a graphics card a
  // busy machine paints late, which its watchdog takes for a fault and ends
  const args = ['--disable-dev-shm-usage', '--disable-gpu', '--disable-gpu-watchdog', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  return chromium.launch({ executablePath, args })
}

async function installDebianChromium() {
  console.error("Installing Debian's Chromium (once, about a minute) ...")
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const apt = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0']
  await runProgram(`The package lists could not be read. ${INSTRUCTION}`, [...apt, 'update'], quiet)
  await runProgram(
    `Chromium could not be installed. ${INSTRUCTION}`,
    [...apt, 'install', '--yes', '--no-install-recommends', 'chromium'],
    quiet,
  )
}

/** The program of the browser; undefined: there is none. */
function findBrowser() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const files = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...PLACES]
  return files.find((it) => fs.statSync(it, { throwIfNoEntry: false })?.isFile())
}
