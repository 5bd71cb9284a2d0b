import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Agent } from '../../support/agent.ts'
import type { Look, TestBrowser, Window } from '../../support/browser.ts'

/** Somebody in front of a browser, in the words of who tells what they do. Each sentence waits until it is true. */
export interface Person extends Pick<Window, 'page' | 'whileServerIsAway' | 'close'> {
  /** An address of ours, as somebody pastes it. */
  opens(path: string): Promise<void>
  reloads(): Promise<void>
  goesBack(): Promise<void>
  presses(button: string | RegExp): Promise<void>
  follows(link: string | RegExp): Promise<void>
  chooses(choice: string | RegExp): Promise<void>
  types(field: string | RegExp, text: string): Promise<void>
  picks(list: string, option: string): Promise<void>
  seesHeading(heading: string | RegExp): Promise<void>
  sees(text: string | RegExp): Promise<void>
  seesNothingOf(text: string | RegExp): Promise<void>
  /** The path and search of the address. */
  address(): string
  /** Waits until the address is this one. */
  isAt(address: RegExp): Promise<void>
}

/** Opens a browser of somebody's own; with `as` that of somebody who has signed in. */
export async function somebody(
  browser: TestBrowser,
  { url }: { readonly url: string },
  { as, ...look }: Look & { readonly as?: Agent } = {},
): Promise<Person> {
  const window = await browser.open(look)
  const { page } = window
  if (as !== undefined) await page.context().addCookies([cookieOf(as, url)])
  return {
    ...window,
    opens: async (path) => void (await page.goto(`${url}${path}`)),
    reloads: async () => void (await page.reload()),
    goesBack: async () => void (await page.goBack()),
    presses: (button) => named(page, 'button', button).click(),
    follows: (link) => named(page, 'link', link).click(),
    chooses: async (choice) => {
      await page.getByLabel(choice, { exact: false }).and(page.locator('input[type=radio], input[type=checkbox]')).first().check()
    },
    types: (field, text) => page.getByLabel(field).and(page.locator('input')).fill(text),
    picks: async (list, option) => void (await page.getByLabel(list, { exact: true }).and(page.locator('select')).selectOption(option)),
    seesHeading: (heading) => named(page, 'heading', heading).first().waitFor(),
    sees: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    seesNothingOf: async (text) => expect(await page.getByText(text).count()).toBe(0),
    address: () => addressOf(page),
    isAt: (address) => page.waitForURL((url) => address.test(`${url.pathname}${url.search}`)),
  }
}

/** The one element of a role with this name; a text is the whole name. */
export function named(page: Page | Locator, role: 'button' | 'link' | 'heading' | 'row' | 'dialog', name: string | RegExp): Locator {
  return page.getByRole(role, { name, exact: true })
}

function addressOf(page: Page): string {
  const { pathname, search } = new URL(page.url())
  return `${pathname}${search}`
}

function cookieOf(agent: Agent, url: string): { readonly name: string; readonly value: string; readonly url: string } {
  const [name = '', ...value] = agent.cookie().split('=')
  return { name, value: value.join('='), url }
}
