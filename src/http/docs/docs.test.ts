import { describe, expect, it } from 'vitest'
import { PATHS, ROUTES, type RouteDefinition, type RouteId } from '../../contract/index.ts'
import { openApi } from './open-api.ts'
import { docsPage } from './page.ts'

const api = openApi('http://localhost:8080')
const text = JSON.stringify(api)
// Object.keys of a plain object gives its keys
const IDS = Object.keys(ROUTES) as RouteId[]

describe('the description of the API', () => {
  it.each(IDS)('has %s with what it takes and answers', (id) => {
    const route: RouteDefinition = ROUTES[id]
    const { method, path } = PATHS[id]
    const operation = api.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    expect(operation).toMatchObject({ operationId: id, summary: route.summary })
    const status = String(route.status ?? (route.answer === undefined ? 204 : 200))
    expect(Object.keys(operation?.responses ?? {})).toContain(status)
    const inPath = operation?.parameters.filter((it) => it.in === 'path').map((it) => `:${it.name}`)
    expect(inPath).toEqual(path.match(/:\w+/g) ?? [])
    expect(operation?.requestBody !== undefined).toBe(route.body !== undefined || route.multipart === true)
    const headers = operation?.parameters.filter((it) => it.in === 'header').map((it) => it.name)
    expect(headers?.includes('If-Match')).toBe(route.ifMatch === 'required')
    expect(headers?.includes('Idempotency-Key')).toBe(route.idempotencyKey === 'required')
    expect(operation?.security.length).toBe(route.access === 'public' ? 0 : 1)
  })

  it('has the shape of OpenAPI 3.1: nothing is referred to that is not there', () => {
    expect(api.openapi).toMatch(/^3\.1\.\d$/)
    expect(api.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    const ids = Object.values(api.paths).flatMap((it) => Object.values(it).map((operation) => operation.operationId))
    expect(new Set(ids).size).toBe(ids.length)
    const referred = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name)
    expect(referred.length).toBeGreaterThan(50)
    expect(referred.filter((name) => api.components.schemas[name] === undefined)).toEqual([])
    expect([...text.matchAll(/"\$ref":"([^"]+)"/g)].filter(([, to = '']) => !to.startsWith('#/components/schemas/'))).toEqual([])
    for (const scheme of text.matchAll(/"security":\[\{"(\w+)"/g)) expect(Object.keys(api.components.securitySchemes)).toContain(scheme[1])
  })

  it('is a page with every route, without scripts or another origin', () => {
    const page = docsPage(api)
    for (const id of IDS) expect(page).toContain(`<article id="${id}">`)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('style=')
    expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].filter(([, to = '']) => !/^[#/]/.test(to))).toEqual([])
    const names = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name))
    expect([...page.matchAll(/href="#([^"]+)"/g)].filter(([, name]) => !names.has(name))).toEqual([])
  })
})
