import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadKey } from './key.ts'

const KEY_MODULE = fileURLToPath(new URL('key.ts', import.meta.url))

let dataDir: string

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'key-'))
})

afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }))

/** The key that a process of its own gets, in hex. */
async function keyOfOtherProcess(): Promise<string> {
  const source = `import { loadKey } from ${JSON.stringify(KEY_MODULE)}
    const key = loadKey({ key: null, dataDir: ${JSON.stringify(dataDir)} })
    console.log(key.ok ? Buffer.from(key.value).toString('hex') : key.failure.code)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await new Promise((resolve) => child.on('close', resolve))
  return said.trim()
}

describe('loadKey', () => {
  it('makes 32 bytes once, for their owner only', () => {
    const first = loadKey({ key: null, dataDir })
    expect(first).toMatchObject({ ok: true })
    expect(first.ok && first.value.length).toBe(32)
    expect(loadKey({ key: null, dataDir })).toEqual(first)
    expect(fs.readdirSync(dataDir)).toEqual(['secret.key'])
    expect(fs.statSync(path.join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600)
  })

  it('gives the same key to processes that start at once', async () => {
    const keys = await Promise.all([1, 2, 3].map(keyOfOtherProcess))
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(keys).size).toBe(1)
  })

  it('takes the key that was given, and makes none', () => {
    const key = new Uint8Array(32).fill(5)
    expect(loadKey({ key, dataDir })).toEqual({ ok: true, value: key })
    expect(fs.readdirSync(dataDir)).toEqual([])
  })

  it('makes no new key for a database that has lost its own', () => {
    fs.mkdirSync(path.join(dataDir, 'pg18'))
    expect(loadKey({ key: null, dataDir })).toMatchObject({ failure: { code: 'settings.key_lost' } })
  })

  it('refuses a damaged key', () => {
    fs.writeFileSync(path.join(dataDir, 'secret.key'), 'half')
    expect(loadKey({ key: null, dataDir })).toMatchObject({ failure: { code: 'settings.key_damaged' } })
  })

  it('says so when the data folder cannot be made', () => {
    fs.writeFileSync(path.join(dataDir, 'file'), '')
    expect(loadKey({ key: null, dataDir: path.join(dataDir, 'file', 'data') })).toMatchObject({
      failure: { code: 'database.data_folder_unusable' },
    })
  })
})
