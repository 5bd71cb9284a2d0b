import { describe, expect, it } from 'vitest'
import { makeApp } from './app.ts'

const CODE = 'right-code'

function app(isDatabaseUp = async () => true) {
  return makeApp({ setUpCode: CODE, isDatabaseUp })
}

describe('the server', () => {
  it('says on its first page that Muster runs, readable in light and dark, without scripts', async () => {
    const { statusCode, body, headers } = await app().inject('/')
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1>Muster is running</h1>')
    expect(body).toContain('prefers-color-scheme: dark')
    expect(body).not.toContain('<script')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('is healthy while its database answers', async () => {
    expect((await app().inject('/health')).json()).toMatchObject({ status: 'ok', database: 'ok' })
  })

  it('is not healthy while its database is silent', async () => {
    const answer = await app(async () => false).inject('/health')
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ status: 'failing', database: 'unreachable' })
  })

  it('opens the set-up page to the right code', async () => {
    const { statusCode, headers } = await app().inject(`/setup/${CODE}`)
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  })

  it('answers a wrong code as it answers a page that does not exist', async () => {
    const [wrong, absent] = await Promise.all([app().inject('/setup/wrong-code'), app().inject('/no-such-page')])
    expect(wrong.statusCode).toBe(404)
    expect(wrong.body).toBe(absent.body)
    expect(wrong.json()).toMatchObject({ status: 404, title: 'There is nothing at this address' })
  })

  it('tells nothing of a fault in its answer', async () => {
    const answer = await app(() => Promise.reject(new Error('hush'))).inject('/health')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('hush')
  })
})
