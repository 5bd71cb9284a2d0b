import type { Page } from 'playwright-core'

/** What a page felt like, as browsers measure it. */
export interface Vitals {
  /** Seconds from the navigation to the first row painted. */
  readonly firstRow: number
  /** Seconds from the navigation until the largest part of the page was painted. */
  readonly largestPaint: number
  /** How much of the page moved by itself: 0 is nothing. */
  readonly shift: number
  /** Milliseconds from each interaction to the next paint. */
  readonly interactions: readonly number[]
  /** Milliseconds of each task over 50 that began after the first row was there. */
  readonly longTasks: readonly number[]
  /** Milliseconds from each key that decides to the decision painted. */
  readonly painted: readonly number[]
  /** Milliseconds from the last key of each search in the Match dialog to its people painted. */
  readonly searches: readonly number[]
}

/** What a page has noted by now. */
export function readVitals(page: Page): Promise<Vitals> {
  return page.evaluate<Vitals>(`({
    firstRow: window.firstRow / 1000,
    largestPaint: window.largestPaint / 1000,
    shift: window.shift,
    interactions: [...window.interactions.values()],
    longTasks: window.longTasks.filter((it) => it.at > window.firstRow).map((it) => it.took),
    painted: window.painted,
    searches: window.searches,
  })`)
}

/** The value that 95 of 100 do not pass; of few it is the largest. */
export function worst(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? 0
}

/** Runs in the page before anything else: notes when the first row, and when each decision, has been painted, and what the browser measures. */
export const WATCH = `
  window.painted = []
  window.searches = []
  window.interactions = new Map()
  window.longTasks = []
  window.largestPaint = 0
  window.shift = 0
  const watch = (type, note, more = {}) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more })
  watch('largest-contentful-paint', (it) => { window.largestPaint = it.startTime })
  watch('layout-shift', (it) => { if (!it.hadRecentInput) window.shift += it.value })
  watch('longtask', (it) => window.longTasks.push({ at: it.startTime, took: it.duration }))
  watch('event', (it) => {
    if (it.interactionId) window.interactions.set(it.interactionId, Math.max(it.duration, window.interactions.get(it.interactionId) ?? 0))
  }, { durationThreshold: 16 })
  let pressed
  addEventListener('keydown', (event) => { if (event.key === 'y') pressed = { at: event.timeStamp, settled: document.querySelectorAll('.is-settled').length } }, { capture: true })
  addEventListener('keydown', ({ target, timeStamp }) => { if (target.type === 'search' && target.closest('dialog') !== null) window.searched = { at: timeStamp, found: 0 } }, { capture: true })
  const afterPaint = (then) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(0) })
  new MutationObserver((changes) => {
    if (window.firstRow === undefined && document.querySelector('tr[data-place]') !== null) {
      window.firstRow = null
      afterPaint(() => { window.firstRow = performance.now() })
    }
    if (pressed !== undefined && document.querySelectorAll('.is-settled').length > pressed.settled) {
      const { at } = pressed
      pressed = undefined
      afterPaint(() => window.painted.push(performance.now() - at))
    }
    // what changes last in the dialog are the people who were searched for
    const { searched } = window
    if (searched !== undefined && changes.some(({ target }) => target.nodeType === 1 && target.closest('dialog') !== null))
      afterPaint(() => { searched.found = performance.now() })
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] })`
