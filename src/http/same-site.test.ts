import type { FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import { isFromOurPages } from './same-site.ts'

/** A request with these headers; nothing else of it is looked at. */
const request = (headers: Record<string, string>) =>
  ({ headers: { host: 'muster.internal:8080', ...headers } }) as unknown as FastifyRequest

describe('isFromOurPages', () => {
  it.each([
    ['a program that is no browser', {}, true],
    ['our own page', { origin: 'http://muster.internal:8080' }, true],
    ['our own page behind a proxy that changes the host', { origin: 'https://muster.school.example' }, true],
    ['our own page, which hides its address', { origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    ['another site', { origin: 'https://elsewhere.example' }, false],
    ['another port of this machine', { origin: 'http://muster.internal:9090' }, false],
    ['another site, as the browser says', { origin: 'http://muster.internal:8080', 'sec-fetch-site': 'cross-site' }, false],
    ['a neighbour of ours', { 'sec-fetch-site': 'same-site' }, false],
    ['a sandboxed page', { origin: 'null' }, false],
    ['nonsense', { origin: 'nonsense' }, false],
  ])('%s: %o -> %s', (_who, headers: Record<string, string>, expected) => {
    expect(isFromOurPages(request(headers), 'https://muster.school.example')).toBe(expected)
  })
})
