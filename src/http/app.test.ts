import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { Presence } from '../events/index.ts'
import { type LogFields, silentLog } from '../kernel/index.ts'
import { makeApp } from './app.ts'

const { database, server } = await testDatabase()
const webFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'web-'))
fs.mkdirSync(path.join(webFolder, 'assets'))
fs.writeFileSync(path.join(webFolder, 'index.html'), '<!doctype html><title>Muster</title>')
fs.writeFileSync(path.join(webFolder, 'assets/main-1a2b3c.js'), 'export {}')
afterAll(() => fs.rmSync(webFolder, { recursive: true, force: true }))

const services = {
  ...{
    database,
    key: server.key,
    publicUrl: 'http://localhost:8080',
    setUpCode: 'right-code',
    uploadBytesMax: 1_000_000,
    sendsMail: false,
  },
  ids: { clock: () => new Date(), random: (count: number) => new Uint8Array(count) },
  presence: new Presence(),
  refusedPasswords: async () => new Set<string>(),
  carryOn: async () => {},
  makeMadeUpSchool: () => Promise.reject(new Error('not in this test')),
}

function makeTestApp(options: Partial<Parameters<typeof makeApp>[0]> = {}) {
  return makeApp({ services, isDatabaseUp: async () => true, log: silentLog, webFolder, trustedProxies: 'loopback', ...options })
}

const app = await makeTestApp()
afterAll(() => app.close())

describe('the server', () => {
  it('is healthy while its database answers', async () => {
    expect((await app.inject('/health')).json()).toMatchObject({ status: 'ok', database: 'ok' })
  })

  it('is not healthy while its database is silent', async () => {
    const ill = await makeTestApp({ isDatabaseUp: async () => false })
    const answer = await ill.inject('/health')
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ status: 'failing', database: 'unreachable' })
    await ill.close()
  })

  it.each(['/', '/setup/any-code', '/schools/oak/people?page=2'])('answers %s with the first page of the application', async (url) => {
    const { statusCode, body, headers } = await app.inject(url)
    expect(statusCode).toBe(200)
    expect(body).toContain('<title>Muster</title>')
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
  })

  it('lets browsers keep what has a digest in its name', async () => {
    const { statusCode, headers } = await app.inject('/assets/main-1a2b3c.js')
    expect(statusCode).toBe(200)
    expect(headers['cache-control']).toContain('immutable')
  })

  it.each(['/v1/no-such-thing', '/v1', '/assets/gone.js', '/health/no', '/../package.json', '/%2e%2e/%2e%2e/package.json', '/.env'])(
    'answers %s with a problem, not a page',
    async (url) => {
      const { statusCode, headers, body } = await app.inject(url)
      expect(statusCode).toBe(404)
      expect(headers['content-type']).toContain('application/problem+json')
      expect(body).toBe((await app.inject('/v1/schools/none/none')).body)
    },
  )

  it('says how its pages are built where they are not', async () => {
    const bare = await makeTestApp({ webFolder: path.join(webFolder, 'none') })
    const { statusCode, body } = await bare.inject('/')
    expect(statusCode).toBe(503)
    expect(body).toContain('npm run build')
    await bare.close()
  })

  it('tells nothing of a fault in its answer, and no data in its log', async () => {
    const lines: (LogFields | undefined)[] = []
    const faulty = await makeTestApp({
      isDatabaseUp: () => Promise.reject(new Error('Ada Example')),
      log: (_message, fields) => lines.push(fields),
    })
    const answer = await faulty.inject('/health')
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toMatchObject({ code: 'request.fault' })
    expect(answer.body + JSON.stringify(lines)).not.toContain('Ada')
    expect(lines[0]?.code).toContain('Error at')
    await faulty.close()
  })
})
