import type { Page } from 'playwright-core'
import { axe } from '../../support/browser.ts'

const ELEMENTS_MAX = 3_000
const TARGET_PIXELS_MIN = 24
/** A laptop, the same at 200 %, and a phone. */
const WIDTHS = [1366, 683, 320] as const
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/**
 * Everything that is wrong with a page as it stands, in words: what axe-core finds in light, dark and forced colours, wide, at
 * 200 % and at 320 px, and what it does not look for.
 */
export async function pageFaults(page: Page, widths: readonly number[] = WIDTHS): Promise<readonly string[]> {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 })
    await page.emulateMedia({ colorScheme: 'light' })
    const here = [...(await axe(page)), ...(await page.evaluate<readonly string[]>(LOOK))]
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await axe(page, OF_COLOUR)
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    const forced = [...(await axe(page, OF_COLOUR)), ...(await page.evaluate<readonly string[]>(LOOK_FORCED))]
    await page.emulateMedia({ forcedColors: 'none' })
    found.push(
      ...here.map((it) => `at ${width} px: ${it}`),
      ...dark.map((it) => `at ${width} px, dark: ${it}`),
      ...forced.map((it) => `at ${width} px, forced colours: ${it}`),
    )
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: WIDTHS[0], height: 768 })
  return found
}

/** Runs in the page. Links inside a sentence may be as high as its line (WCAG 2.5.8). */
const LOOK = `(() => {
  const faults = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) faults.push('scrolls sideways: ' + root.scrollWidth + ' px wide')
  const elements = document.querySelectorAll('*').length
  if (elements > ${ELEMENTS_MAX}) faults.push(elements + ' elements')
  const headings = [...document.querySelectorAll('h1')].filter((it) => it.getClientRects().length > 0)
  if (headings.length !== 1) faults.push(headings.length + ' headings of the first level')
  if (!/( – |^)Muster$/.test(document.title)) faults.push('the title is "' + document.title + '"')
  if (!document.documentElement.lang) faults.push('no language')
  const isShown = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getBoundingClientRect().width > 1 && it.getBoundingClientRect().right > 0 && it.getBoundingClientRect().bottom + scrollY > 0
  const isInText = (it) => it.tagName === 'A' && getComputedStyle(it).display === 'inline' &&
    [...it.parentElement.childNodes].some((node) => node !== it && node.textContent.trim() !== '' && (node.nodeType === 3 || getComputedStyle(node).display.startsWith('inline')))
  const sizeOf = (it) => {
    const boxes = [it, ...(it.labels ?? [])].map((part) => part.getBoundingClientRect())
    return Math.max(...boxes.map((box) => Math.min(box.width, box.height)))
  }
  for (const it of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    if (it.disabled || !isShown(it) || isInText(it)) continue
    const size = sizeOf(it)
    if (size < ${TARGET_PIXELS_MIN} - 0.5) faults.push('a target of ' + Math.round(size) + ' px: ' + it.outerHTML.slice(0, 160))
  }
  return faults.slice(0, 12)
})()`

/** Runs in the page under forced colours: what is told by a background alone has to have a border or an outline there. */
const LOOK_FORCED = `(() => {
  const faults = []
  for (const it of document.querySelectorAll('.button:not(.button-quiet), .tag, .banner, .input')) {
    if (!it.checkVisibility()) continue
    const { borderTopWidth, borderTopStyle } = getComputedStyle(it)
    if (borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) === 0) faults.push('no border: ' + it.outerHTML.slice(0, 120))
  }
  return faults.slice(0, 6)
})()`
