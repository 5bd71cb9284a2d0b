// @ts-check
// Only Node's own modules here: nothing is installed yet.
import fs from 'node:fs'
import path from 'node:path'
import { underLockFile } from '../src/db/embedded/lock-file.mjs'
import { npm, ROOT, runProgram } from './run-program.mjs'

const INSTALL_SECONDS_MAX = 900

/** Installs the packages of package-lock.json where they are missing or older than it. Others who want the same wait. */
export async function installMissing() {
  if (isInstalled()) return
  const onWait = (/** @type {number} */ pid) => console.error(`waiting for another Muster that is installing packages (process ${pid})`)
  await underLockFile({ file: lockFile('install'), secondsMax: INSTALL_SECONDS_MAX, onWait }, async () => {
    if (isInstalled()) return
    console.error('Installing packages (once, about 20 seconds) ...')
    const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
    await runProgram('The packages could not be installed. Check the network, then run the command again.', [...npm(), ...words])
  })
}

/**
 * The lock file for one kind of preparation. In a folder that no preparation empties.
 *
 * @param {string} name
 */
export function lockFile(name) {
  const folder = path.join(ROOT, '.cache')
  fs.mkdirSync(folder, { recursive: true })
  return path.join(folder, `${name}.lock`)
}

/** npm writes node_modules/.package-lock.json last, so that an interrupted install does not count. */
function isInstalled() {
  const done = fs.statSync(path.join(ROOT, 'node_modules/.package-lock.json'), { throwIfNoEntry: false })
  const wanted = fs.statSync(path.join(ROOT, 'package-lock.json'), { throwIfNoEntry: false })
  if (wanted === undefined) return true // a package among others: whoever installed it installed what it needs
  return done !== undefined && done.mtimeMs >= wanted.mtimeMs
}
