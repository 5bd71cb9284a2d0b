import { describe, expect, it } from 'vitest'
import { axe, testBrowser } from '../support/browser.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const browser = await testBrowser(server.url)

describe('the page that describes the API', () => {
  it.each([
    [1366, 'light'],
    [320, 'dark'],
  ] as const)('has no fault that axe knows at %i px in %s', { timeout: 120_000 }, async (width, colours) => {
    const { page, close } = await browser.open({ width, colours })
    await page.goto(`${server.url}/docs`)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Muster API')
    expect(await axe(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true)
    await close()
  })
})
