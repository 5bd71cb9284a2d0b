import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { underLockFile } from './lock-file.mjs'

const LOCK_FILE = fileURLToPath(new URL('lock-file.mjs', import.meta.url))
/** Beyond what a pid can be on Linux (2^22) and macOS. */
const DEAD_PID = 4_999_999

let folder: string
let file: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-file-'))
  file = path.join(folder, 'a.lock')
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

function lock(onWait: (pid: number) => void = () => {}, secondsMax = 20) {
  return { file, secondsMax, onWait }
}

/** A process of its own that runs these lines with `underLockFile` and the lock's path `file` at hand. */
function otherProcess(lines: string) {
  const head = `import fs from 'node:fs'\nimport { underLockFile } from ${JSON.stringify(LOCK_FILE)}\nconst file = ${JSON.stringify(file)}\n`
  const child = spawn(process.execPath, ['--input-type=module', '-e', head + lines], { stdio: ['ignore', 'pipe', 'inherit'] })
  return { child, ended: new Promise<number | null>((resolve) => child.on('close', resolve)) }
}

describe('underLockFile', () => {
  it('gives what the work gives, and leaves no file', async () => {
    expect(await underLockFile(lock(), async () => 42)).toBe(42)
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it('leaves no file when the work throws', async () => {
    await expect(underLockFile(lock(), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it('lets one of several in the same process work at a time, and says who is waited for', async () => {
    const waited: number[] = []
    let inside = 0
    const work = async () => {
      inside++
      await new Promise((resolve) => setImmediate(resolve))
      expect(inside).toBe(1)
      inside--
    }
    await Promise.all(
      [1, 2, 3].map(() =>
        underLockFile(
          lock((pid) => waited.push(pid)),
          work,
        ),
      ),
    )
    expect(waited).toEqual([process.pid, process.pid])
  })

  it('lets one of several processes work at a time', async () => {
    const count = path.join(folder, 'count')
    fs.writeFileSync(count, '0')
    const lines = `const count = ${JSON.stringify(count)}
      for (let turn = 0; turn < 5; turn++) await underLockFile({ file, secondsMax: 60, onWait() {} }, async () => {
        const now = Number(fs.readFileSync(count, 'utf8'))
        await new Promise((resolve) => setTimeout(resolve, 5))
        fs.writeFileSync(count, String(now + 1))
      })`
    expect(await Promise.all([1, 2, 3, 4].map(() => otherProcess(lines).ended))).toEqual([0, 0, 0, 0])
    expect(fs.readFileSync(count, 'utf8')).toBe('20')
  })

  it('takes over the lock of a process that was killed', async () => {
    const { child, ended } = otherProcess(
      `await underLockFile({ file, secondsMax: 1, onWait() {} }, async () => { console.log('in'); await new Promise((resolve) => setTimeout(resolve, 60_000)) })`,
    )
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGKILL')
    await ended
    expect(fs.existsSync(file)).toBe(true)
    expect(await underLockFile(lock(), async () => 'in')).toBe('in')
  })

  it.each([
    ['a dead process', `${DEAD_PID} 1\n`],
    ['an earlier process that had our pid, as in a container that was started again', `${process.pid} 1\n`],
    ['an earlier process whose pid another program has now', `${process.ppid} 1\n`],
  ])('takes over the lock of %s', async (_name, text) => {
    fs.writeFileSync(file, text)
    expect(await underLockFile(lock(), async () => 'in')).toBe('in')
  })

  it('gives up with a cure when the owner takes too long', async () => {
    const { child, ended } = otherProcess(
      `await underLockFile({ file, secondsMax: 1, onWait() {} }, async () => { console.log('in'); await new Promise((resolve) => setTimeout(resolve, 60_000)) })`,
    )
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await expect(underLockFile(lock(undefined, 0.1), async () => 'in')).rejects.toThrow(`Process ${child.pid} has held`)
    child.kill('SIGKILL')
    await ended
  })
})
