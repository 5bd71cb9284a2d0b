import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Problem, Result } from '../kernel/index.ts'
import { readSettings, type Settings } from './settings.ts'
import { settingsPage } from './settings-page.ts'

const KEY = Buffer.alloc(32, 7)
const DATABASE_URL = 'postgres://muster:secret@db.example/muster'

/** As little as a mail server takes. */
const MAIL = { SMTP_HOST: 'mail.example', MAIL_FROM: 'Muster <muster@school.example>' }

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
        refusedPasswordsFile: null,
        uploadBytesMax: 104_857_600,
        mail: null,
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

  it('reads the mail server, with TLS unless told otherwise', () => {
    const file = path.join(folder, 'mail')
    fs.writeFileSync(file, 'hush\n')
    const from = 'Muster <muster@school.example>'
    const plain = { host: 'mail.example', port: 587, tls: 'starttls', caFile: null, login: null, from, perMinute: 120 }
    expect(readSettings(MAIL)).toMatchObject({ value: { mail: plain } })
    const signedIn = { ...MAIL, SMTP_PORT: '465', SMTP_TLS: 'tls', SMTP_USER: 'muster', SMTP_PASSWORD_FILE: file, MAILS_PER_MINUTE: '6' }
    expect(readSettings(signedIn)).toMatchObject({
      value: { mail: { ...plain, port: 465, tls: 'tls', login: { user: 'muster', password: 'hush' }, perMinute: 6 } },
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
    ['a mail server without a sender', { SMTP_HOST: 'mail.example' }, ['settings.mail_incomplete']],
    ['a sender without a mail server', { MAIL_FROM: 'muster@school.example' }, ['settings.mail_incomplete']],
    ['a user without a password', { ...MAIL, SMTP_USER: 'muster' }, ['settings.mail_incomplete']],
    ['a password without a user', { ...MAIL, SMTP_PASSWORD: 'hush' }, ['settings.mail_incomplete']],
    [
      'a password that would go over the wire in the open',
      { ...MAIL, SMTP_USER: 'muster', SMTP_PASSWORD: 'hush', SMTP_TLS: 'none' },
      ['settings.mail_incomplete'],
    ],
    ['another kind of TLS', { ...MAIL, SMTP_TLS: 'ssl' }, ['settings.invalid']],
    ['a sender that is no address', { SMTP_HOST: 'mail.example', MAIL_FROM: 'Muster' }, ['settings.invalid']],
    ['several mistakes at once', { PORT: '-1', PUBLIC_URL: 'muster' }, ['settings.invalid', 'settings.invalid']],
  ])('refuses %s', (_name, environment, expected) => {
    expect(codes(readSettings(environment))).toEqual(expected)
  })

  it('says what to do, and never repeats a secret', () => {
    const read = readSettings({ PORT: 'eighty', DATABASE_URL: 'mysql://muster:hush@db.example' })
    const failures = read.ok ? [] : read.failure
    expect(failures.map((it) => it.params)).toEqual([
      { name: 'PORT', expected: 'a whole number from 0 to 65535' },
      { name: 'DATABASE_URL', expected: 'an address such as postgres://user:password@host:5432/muster' },
    ])
    expect(JSON.stringify(failures)).not.toContain('hush')
  })
})

describe('docs/hosting/settings.md', () => {
  it('says what the schema says', async () => {
    await expect(settingsPage()).toMatchFileSnapshot('../../docs/hosting/settings.md')
  })
})
