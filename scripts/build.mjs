// @ts-check
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { underLockFile } from '../src/db/embedded/lock-file.mjs'
import { lockFile } from './install.mjs'
import { ofPackage, ROOT, runProgram, runScript } from './run-program.mjs'

const BUILD_SECONDS_MAX = 300
const SERVER = path.join(ROOT, 'dist/server')
/** Inside dist/server, what it was built from. */
const STAMP = 'built-from'
const SOURCES = ['src', 'fixtures', 'simulators', 'package.json', 'package-lock.json']

/** What starts the product once it is built. */
export const MAIN = path.join(SERVER, 'main.js')

/** True when dist/server was built from the sources as they are, or when there are no sources to build from. */
export function isBuilt() {
  if (!fs.existsSync(path.join(ROOT, 'src'))) return fs.existsSync(MAIN)
  const stamp = path.join(SERVER, STAMP)
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sourceStamp()
}

/** Builds dist/server where it is missing or older than its sources. Others who want the same wait. */
export async function buildMissing() {
  if (isBuilt()) return
  const onWait = (/** @type {number} */ pid) => console.error(`waiting for another Muster that is building (process ${pid})`)
  if (!mayWrite()) return useWhatThereIs()
  await underLockFile({ file: lockFile('build'), secondsMax: BUILD_SECONDS_MAX, onWait }, async () => {
    if (isBuilt()) return
    console.error('Building (a few seconds) ...')
    await build()
  })
}

function mayWrite() {
  try {
    fs.accessSync(ROOT, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** An installation that belongs to another account. */
function useWhatThereIs() {
  const cure = `Run "npm run build" in ${ROOT} as the account that owns it.`
  if (!fs.existsSync(MAIN)) throw new Error(`Muster is not built, and you may not write to its folder. ${cure}`)
  console.error(`Muster was built from older sources than are there now. ${cure}`)
}

/** Built beside and swapped in: a build that fails, or is killed, leaves the last good one. */
async function build() {
  const stamp = sourceStamp()
  const fresh = path.join(ROOT, `dist/server-new-${process.pid}`)
  const old = path.join(ROOT, `dist/server-old-${process.pid}`)
  try {
    const words = ['build', '--ssr', 'src/main.ts', '--outDir', fresh, '--logLevel', 'warn']
    await runProgram('The build failed; what is wrong stands above.', [...ofPackage('vite/bin/vite.js'), ...words])
    fs.writeFileSync(path.join(fresh, STAMP), stamp)
    if (fs.existsSync(SERVER)) fs.renameSync(SERVER, old)
    fs.renameSync(fresh, SERVER)
  } finally {
    for (const folder of [fresh, old]) fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** By content, not by time: a copy of a built tree, in a container's image say, is built. */
function sourceStamp() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesOf)) hash.update(`${file}\n`).update(fs.readFileSync(path.join(ROOT, file)))
  return hash.digest('hex')
}

/**
 * @param {string} name
 * @returns {string[]}
 */
function filesOf(name) {
  const stat = fs.statSync(path.join(ROOT, name), { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat && !name.endsWith('.test.ts') ? [name] : []
  return fs
    .readdirSync(path.join(ROOT, name))
    .sort()
    .flatMap((it) => filesOf(`${name}/${it}`))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(buildMissing)
