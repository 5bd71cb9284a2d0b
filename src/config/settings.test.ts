import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeProblem, type Problem, type Result } from '../kernel/index.ts'
import { readSettings, type Settings } from './settings.ts'
import { settingsPage } from './settings-page.ts'

const KEY = Buffer.alloc(32, 7)
const DATABASE_URL = 'postgres://muster:secret@db.example/muster'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'settings-'))
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

function codes(result: Result<Settings, readonly Problem[]>): string[] {
  return result.ok ? [] : result.failure.map((it) => it.code)
}

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toEqual({
      ok: true,
      value: {
        port: 8080,
        host: '127.0.0.1',
        publicUrl: 'http://localhost:8080',
        dataDir: path.resolve('data'),
        databaseUrl: null,
        trustedProxies: 'loopback',
        uploadBytesMax: 104_857_600,
        key: null,
      },
    })
  })

  it('takes an empty value for one that is not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ', MUSTER_KEY_FILE: '' })).toEqual(readSettings({}))
  })

  it('makes links to the port it listens on, unless it is told the address', () => {
    expect(readSettings({ PORT: '9000' })).toMatchObject({ value: { publicUrl: 'http://localhost:9000' } })
    expect(readSettings({ PORT: '9000', PUBLIC_URL: 'https://muster.example/' })).toMatchObject({
      value: { publicUrl: 'https://muster.example' },
    })
  })

  it.each([
    ['base64', KEY.toString('base64')],
    ['base64url', KEY.toString('base64url')],
    ['hex, with a line end', `${KEY.toString('hex')}\n`],
  ])('takes the key in %s, given or in a file', (_name, text) => {
    const file = path.join(folder, 'key')
    fs.writeFileSync(file, text)
    expect(readSettings({ DATABASE_URL, MUSTER_KEY: text })).toMatchObject({ value: { key: new Uint8Array(KEY) } })
    expect(readSettings({ DATABASE_URL, MUSTER_KEY_FILE: file })).toMatchObject({ value: { key: new Uint8Array(KEY) } })
  })

  it('reads the database URL from a file', () => {
    const file = path.join(folder, 'url')
    fs.writeFileSync(file, `${DATABASE_URL}\n`)
    expect(readSettings({ DATABASE_URL_FILE: file, MUSTER_KEY: KEY.toString('hex') })).toMatchObject({
      value: { databaseUrl: DATABASE_URL },
    })
  })

  it('lets the command line win over the environment', () => {
    const read = readSettings({ DATA_DIR: 'a', DATABASE_URL_FILE: 'nowhere' }, { DATA_DIR: folder, DATABASE_URL: '' })
    expect(read).toMatchObject({ value: { dataDir: folder, databaseUrl: null } })
  })

  it.each([
    ['a database URL without a key', { DATABASE_URL }, ['settings.key_missing']],
    ['a port that is no number', { PORT: '80a' }, ['settings.invalid']],
    ['a port beyond the last', { PORT: '65536' }, ['settings.invalid']],
    ['an address of another kind', { PUBLIC_URL: 'ftp://muster.example' }, ['settings.invalid']],
    ['a short key', { MUSTER_KEY: 'c2hvcnQ=' }, ['settings.invalid']],
    ['a key of 64 letters that are not hex', { MUSTER_KEY: 'z'.repeat(64) }, ['settings.invalid']],
    ['another database', { DATABASE_URL: 'mysql://db.example/muster' }, ['settings.invalid']],
    ['a secret given twice', { MUSTER_KEY: KEY.toString('hex'), MUSTER_KEY_FILE: 'key' }, ['settings.twice']],
    ['a file that is not there', { MUSTER_KEY_FILE: '/nowhere/key' }, ['settings.file_unreadable']],
    ['several mistakes at once', { PORT: '-1', PUBLIC_URL: 'muster' }, ['settings.invalid', 'settings.invalid']],
  ])('refuses %s', (_name, environment, expected) => {
    expect(codes(readSettings(environment))).toEqual(expected)
  })

  it('says what to do, and never repeats a secret', () => {
    const read = readSettings({ PORT: 'eighty', DATABASE_URL: 'mysql://muster:hush@db.example' })
    const failures = read.ok ? [] : read.failure
    expect(failures.map((it) => describeProblem(it).cure)).toEqual([
      'PORT must be a whole number from 0 to 65535. Change it, then start again.',
      'DATABASE_URL must be an address such as postgres://user:password@host:5432/muster. Change it, then start again.',
    ])
    expect(JSON.stringify(failures)).not.toContain('hush')
  })
})

describe('docs/hosting/settings.md', () => {
  it('says what the schema says', async () => {
    await expect(settingsPage()).toMatchFileSnapshot('../../docs/hosting/settings.md')
  })
})
