// @ts-check
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { underLockFile } from '../src/db/embedded/lock-file.mjs'
import { ROOT, runProgram } from './run-program.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const INSTRUCTION = 'Install Chromium or Google Chrome so that it is on the PATH (on Debian as root: apt-get install chromium).'
const APT_SECONDS_MAX = 900

/** Makes sure that there is a browser for the journeys in test/: Debian's own where we may install it, else says what to do. */
export async function installBrowser() {
  if (isThere()) return
  try {
    if (process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) throw new Error(INSTRUCTION)
    const onWait = (/** @type {number} */ pid) => console.error(`waiting for another process that is installing the browser (${pid})`)
    const file = path.join(os.tmpdir(), 'muster-apt.lock')
    await underLockFile({ file, secondsMax: APT_SECONDS_MAX, onWait }, async () => {
      if (!isThere()) await installDebianChromium()
    })
  } catch (error) {
    if (fs.existsSync(path.join(ROOT, 'test/journeys'))) throw error
    console.error(`No browser for the tests: ${error instanceof Error ? error.message : error} No test needs it yet, so they run without.`)
  }
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

function isThere() {
  return NAMES.some((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)
}
