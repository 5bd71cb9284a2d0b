import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { problemSchema } from '../../src/contract/index.ts'
import { oneRoster, zipped } from '../support/packages.ts'
import { FIRST, testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const PATH = `/v1/schools/${school}`

/** A request as a page sends it, with headers of the test's own besides. */
async function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const usual = { 'content-type': 'application/json', 'x-csrf-token': agent.csrfToken() ?? '' }
  const response = await agent.fetch(path, { method, headers: { ...usual, ...headers }, body: JSON.stringify(body) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, code: codeOf(text) }
}

/** Every error answer is a problem of the contract, whatever it is about. */
function codeOf(text: string): string | null {
  const json: unknown = text === '' ? null : JSON.parse(text)
  return typeof json === 'object' && json !== null && 'cure' in json ? problemSchema.parse(json).code : null
}

describe('If-Match', () => {
  it('is needed where somebody else may have changed it: 428 without, 412 where it is old, the new version in ETag', async () => {
    expect(await send('PATCH', PATH, { name: 'Oak' })).toMatchObject({ status: 428, code: 'version.needed' })
    expect(await send('PATCH', PATH, { name: 'Oak' }, { 'if-match': '"99"' })).toMatchObject({ status: 412, code: 'version.changed' })
    const read = await agent.fetch(PATH)
    const seen = read.headers.get('etag') ?? ''
    expect(seen).toMatch(/^"\d+"$/)
    const changed = await send('PATCH', PATH, { name: 'Oak Academy' }, { 'if-match': seen })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(seen)
  })
})

describe('a request that cannot be used', () => {
  it.each([
    [
      'a field of the wrong kind',
      () => send('POST', `${PATH}/team/invitations`, { email: 'no address', role: 'viewer' }),
      422,
      'request.fields_wrong',
    ],
    ['JSON that is none', () => agent.fetch(`${PATH}/team/invitations`, raw('{"email":')), 400, 'request.malformed'],
    ['a form of another site', () => agent.fetch(`${PATH}/team/invitations`, raw('email=x', 'text/plain')), 415, 'request.wrong_type'],
    ['too much', () => agent.fetch(`${PATH}/team/invitations`, raw(`"${'x'.repeat(1_100_000)}"`)), 413, 'request.too_large'],
    ['an id that is none', () => agent.fetch(`${PATH}/runs/1%27--`), 404, 'address.unknown'],
    ['a page that is none', () => agent.fetch(`${PATH}/people?page=0`), 422, 'request.fields_wrong'],
  ])('is told so: %s', async (_what, request, status, code) => {
    const answer = await request()
    const text = 'text' in answer && typeof answer.text === 'string' ? answer.text : await (answer as Response).text()
    expect([answer.status, codeOf(text)]).toEqual([status, code])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('names the fields and repeats nothing that was typed', async () => {
    const { text } = await send('POST', `${PATH}/team/invitations`, { email: 'Ada at home', role: 'pupil' })
    expect(JSON.parse(text)).toMatchObject({ fields: [{ field: 'email' }, { field: 'role' }] })
    expect(text).not.toContain('Ada')
  })

  function raw(body: string, type = 'application/json'): RequestInit {
    return { method: 'POST', body, headers: { 'content-type': type, 'x-csrf-token': agent.csrfToken() ?? '' } }
  }
})

describe('a request from another site', () => {
  const signIn = { email: FIRST.email, password: 'a long enough password' }

  it.each([
    ['Origin', { origin: 'https://elsewhere.example' }],
    ['a sandboxed page', { origin: 'null' }],
  ])('is refused, signed in or not: %s', async (_what, headers: Record<string, string>) => {
    expect(await send('POST', '/v1/session', signIn, headers)).toMatchObject({ status: 403, code: 'request.other_site' })
    expect(await send('DELETE', '/v1/session', null, headers)).toMatchObject({ status: 403, code: 'request.other_site' })
  })

  it('that has our cookie but not the token is refused', async () => {
    const invite = { email: 'x@y.example.test', role: 'viewer' }
    const answer = await send('POST', `${PATH}/team/invitations`, invite, { 'x-csrf-token': 'wrong' })
    expect(answer).toMatchObject({ status: 403, code: 'session.csrf_wrong' })
  })

  it('may come from our own page', async () => {
    const headers = { 'content-type': 'application/json', origin: server.url }
    const answer = await server.browser().fetch('/v1/session', { method: 'POST', headers, body: JSON.stringify(signIn) })
    expect(answer.status).toBe(200)
  })
})

describe('an Idempotency-Key', () => {
  const form = async (name: string) => {
    const it = new FormData()
    it.set('file', new Blob([new Uint8Array(await zipped(oneRoster([{ id: 'p1', first: 'Nadia', last: 'Fernbank', grade: '7' }])))]), name)
    return it
  }
  const upload = async (key: string | null, name = 'oak.zip') => {
    const headers = { 'x-csrf-token': agent.csrfToken() ?? '', ...(key === null ? {} : { 'idempotency-key': key }) }
    const response = await agent.fetch(`${PATH}/uploads`, { method: 'POST', headers, body: await form(name) })
    return { status: response.status, replayed: response.headers.get('idempotency-replayed'), text: await response.text() }
  }
  const makeOld = (key: string, minutes: number) =>
    server.ask('update idempotency_key set created_at = now() - make_interval(mins => $2) where key = $1', [key, minutes])

  it('is needed where something is started', async () => {
    const { status, text } = await upload(null)
    expect([status, codeOf(text)]).toEqual([400, 'idempotency.key_needed'])
  })

  it('carries a request out once, and gives whoever repeats it the same answer', async () => {
    const key = randomUUID()
    const first = await upload(key)
    expect(first).toMatchObject({ status: 201, replayed: null })
    expect(await upload(key)).toEqual({ ...first, replayed: 'true' })
  })

  it('of another request is refused', async () => {
    const key = randomUUID()
    await upload(key)
    const { status, text } = await upload(key, 'elm.zip')
    expect([status, codeOf(text)]).toEqual([409, 'idempotency.other_request'])
  })

  it('says that the first request is still being answered', async () => {
    const key = randomUUID()
    await upload(key)
    await server.ask('update idempotency_key set status = null, answer = null, created_at = now() where key = $1', [key])
    const { status, text } = await upload(key)
    expect([status, codeOf(text)]).toEqual([409, 'idempotency.in_progress'])
  })

  it('whose request was never answered, because the process ended, may be used again', async () => {
    const key = randomUUID()
    await upload(key)
    await server.ask('update idempotency_key set status = null, answer = null where key = $1', [key])
    await makeOld(key, 2)
    expect(await upload(key)).toMatchObject({ status: 201, replayed: null })
  })

  it('is forgotten after a day', async () => {
    const key = randomUUID()
    await upload(key)
    await makeOld(key, 25 * 60)
    expect(await upload(key)).toMatchObject({ status: 201, replayed: null })
  })

  it('of two requests at once lets one through', async () => {
    const key = randomUUID()
    const count = async () => Number((await server.ask<{ n: string }>('select count(*) as n from upload'))[0]?.n)
    const before = await count()
    const answers = await Promise.all([upload(key), upload(key), upload(key)])
    expect(await count()).toBe(before + 1)
    for (const { status, text } of answers) expect(status === 201 || codeOf(text) === 'idempotency.in_progress').toBe(true)
  })
})

describe('what everybody may read', () => {
  it.each([
    ['/openapi.json', 'application/json'],
    ['/docs', 'text/html'],
    ['/docs/style.css', 'text/css'],
  ])('%s is there, under the same policy as every page', async (path, type) => {
    const response = await fetch(`${server.url}${path}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(type)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
    await response.text()
  })

  it('tries to sign in are counted by address', async () => {
    const tries = Array.from({ length: 70 }, (_, at) =>
      fetch(`${server.url}/v1/set-up/check`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: `try ${at}` }),
      }),
    )
    const answers = await Promise.all(tries)
    const last = answers.find((it) => it.status === 429)
    expect(codeOf((await last?.text()) ?? '')).toBe('request.too_many')
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
