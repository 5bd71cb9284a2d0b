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
/** The web application, as the server gives it to browsers. */
const WEB = path.join(ROOT, 'dist/web')
/** Inside dist/server, what it was built from. */
const STAMP = 'built-from'
const SOURCES = ['src', 'web', 'fixtures', 'simulators', 'package.json', 'package-lock.json']

/** What starts the product once it is built. */
export const MAIN = path.join(SERVER, 'main.js')

/** True when dist was built from the sources as they are, or when there are no sources to build from. */
export function isBuilt() {
  if (!fs.existsSync(path.join(ROOT, 'src'))) return fs.existsSync(MAIN)
  const stamp = path.join(SERVER, STAMP)
  return fs.existsSync(WEB) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sourceStamp()
}

/** Builds dist/server and dist/web where they are missing or older than their sources. Others who want the same wait. */
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

/** Built beside and swapped in: a build that fails, or is killed, leaves the last good one. The stamp comes in last. */
async function build() {
  const stamp = sourceStamp()
  const [server, web] = [besides(SERVER), besides(WEB)]
  try {
    await vite(['--config', 'web/vite.config.ts', '--outDir', web.fresh, '--emptyOutDir'])
    await vite(['--ssr', 'src/main.ts', '--outDir', server.fresh])
    fs.writeFileSync(path.join(server.fresh, STAMP), stamp)
    swapIn(web)
    swapIn(server)
  } finally {
    for (const { fresh, old } of [server, web]) for (const it of [fresh, old]) fs.rmSync(it, { recursive: true, force: true })
  }
}

/** @param {readonly string[]} words */
function vite(words) {
  const complaint = 'The build failed; what is wrong stands above.'
  return runProgram(complaint, [...ofPackage('vite/bin/vite.js'), 'build', ...words, '--logLevel', 'warn'])
}

/**
 * Where a folder is built, and where its last good one waits while they are swapped.
 *
 * @param {string} folder
 */
function besides(folder) {
  return { folder, fresh: `${folder}-new-${process.pid}`, old: `${folder}-old-${process.pid}` }
}

/** @param {ReturnType<typeof besides>} place */
function swapIn({ folder, fresh, old }) {
  if (fs.existsSync(folder)) fs.renameSync(folder, old)
  fs.renameSync(fresh, folder)
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
  if (!stat?.isDirectory()) return stat && !/\.test\.tsx?$/.test(name) ? [name] : []
  return fs
    .readdirSync(path.join(ROOT, name))
    .sort()
    .flatMap((it) => filesOf(`${name}/${it}`))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(buildMissing)
