import type { Locator, Page } from 'playwright-core'
import type { Person } from './person.ts'

/** The keyboard of somebody who has no mouse. */
export interface Keyboard {
  /** Presses Tab until this has the focus. */
  goesTo(target: Locator): Promise<void>
  /** Presses keys, one after the other. */
  presses(...keys: readonly string[]): Promise<void>
  /** Goes to a field and writes over what is in it. */
  types(target: Locator, text: string): Promise<void>
  /** Chooses one of a group of choices, as arrow keys do. */
  chooses(target: Locator): Promise<void>
  /** Goes to a button or link, and uses it. */
  uses(target: Locator): Promise<void>
  /** Whether a mouse or finger has been used on any page. */
  hasUsedMouse(): Promise<boolean>
}

/** More than any page has from its heading to its end: rows of people are one stop each, and past a table of classes there is a way. */
const TABS_MAX = 120
const NOTE_MOUSE = `for (const type of ['pointerdown', 'mousedown', 'touchstart'])
  addEventListener(type, () => sessionStorage.setItem('used-mouse', 'yes'), { capture: true })`

/** Takes the mouse away from somebody: nothing but keys, from the next page on. */
export async function keyboardOf({ page }: Person): Promise<Keyboard> {
  await page.addInitScript(NOTE_MOUSE)
  const keyboard: Keyboard = {
    goesTo: async (target) => {
      await target.waitFor()
      for (let tabs = 0; tabs < TABS_MAX; tabs++) {
        if (await hasFocus(page, target)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab does not reach ${target}`)
    },
    presses: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key)
    },
    types: async (target, text) => {
      await keyboard.goesTo(target)
      await page.keyboard.press('Control+A')
      await page.keyboard.insertText(text)
    },
    chooses: async (target) => {
      await target.waitFor()
      const group = page.locator(`input[type=radio][name="${await target.getAttribute('name')}"]`)
      await keyboard.goesTo((await group.and(page.locator(':checked')).count()) === 0 ? group.first() : group.and(page.locator(':checked')))
      for (let arrows = await group.count(); arrows > 0 && !(await hasFocus(page, target)); arrows--) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
    },
    uses: async (target) => {
      await keyboard.goesTo(target)
      await page.keyboard.press('Enter')
    },
    hasUsedMouse: async () => (await page.evaluate<string | null>(`sessionStorage.getItem('used-mouse')`)) !== null,
  }
  return keyboard
}

/** Whether this has the focus. */
export async function hasFocus(page: Page, target: Locator): Promise<boolean> {
  return (await target.and(page.locator(':focus')).count()) > 0
}
