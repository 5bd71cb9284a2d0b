// @ts-check
// Plain JavaScript with Node's own modules only: `npm start` needs it before anything is installed or built.
import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MILLISECONDS = 50
/** A lock without a pid in it is being written just now, unless it is older than this. */
const WRITING_MILLISECONDS_MAX = 5_000

/** The lock files this process holds. */
const held = new Set()

/**
 * Runs `work` while nobody else runs theirs under the same lock file; others wait. The file holds the pid of its owner:
 * the lock of a process that is gone is taken over. Throws when it waited longer than `secondsMax`.
 *
 * @template Value
 * @param {{ file: string, secondsMax: number, onWait: (pid: number) => void }} lock
 * @param {() => Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function underLockFile({ file, secondsMax, onWait }, work) {
  const deadline = performance.now() + secondsMax * 1000
  for (let waits = false; !take(file); waits = true) {
    const pid = Number.parseInt(readIfThere(file), 10)
    if (!waits) onWait(pid)
    if (performance.now() > deadline) {
      throw new Error(`Process ${pid} has held ${file} for more than ${secondsMax} s. Stop that process, then start again.`)
    }
    await sleep(POLL_MILLISECONDS)
  }
  try {
    return await work()
  } finally {
    held.delete(file)
    fs.rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  if (held.has(file)) return false
  if (create(file)) return true
  if (!isLeftBehind(file)) return false
  removeLeftBehind(file)
  return create(file)
}

/** @param {string} file */
function create(file) {
  try {
    fs.writeFileSync(file, ownerText(process.pid), { flag: 'wx' })
    held.add(file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Two processes may find the same dead lock: the second must not remove the lock that the first has just made. */
/** @param {string} file */
function removeLeftBehind(file) {
  const guard = `${file}.takeover`
  try {
    fs.mkdirSync(guard)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (ageOf(guard) > WRITING_MILLISECONDS_MAX) fs.rmdirSync(guard)
    return
  }
  try {
    if (isLeftBehind(file)) fs.rmSync(file, { force: true })
  } finally {
    fs.rmdirSync(guard)
  }
}

/** @param {string} file */
function isLeftBehind(file) {
  const text = readIfThere(file)
  if (text === '') return ageOf(file) > WRITING_MILLISECONDS_MAX
  const pid = Number.parseInt(text, 10)
  if (pid === process.pid) return !held.has(file) // a container gives the same pid after every start
  return !isAlive(pid) || text !== ownerText(pid)
}

/**
 * A pid and when that process began, where the system tells: pids are used again.
 *
 * @param {number} pid
 */
function ownerText(pid) {
  const began = readIfThere(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[19] ?? ''
  return `${pid} ${began}\n`
}

/**
 * Whether a process with this pid is there, ours or another account's.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** @param {string} file */
function ageOf(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  return stat ? Date.now() - stat.mtimeMs : 0
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(codeOf(error))) return ''
    throw error
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
