import { describe, expect, it } from 'vitest'
import type { ProgressEvent, SchoolEvent } from '../../src/contract/index.ts'
import { type EventSurroundings, followSchool } from './school-events.ts'

const RUN = '0190a000-0000-7000-8000-000000000001'
const event = (id: number): SchoolEvent => ({ id, type: 'run', run: RUN, version: 1, at: '2026-09-03T08:00:00Z' })
const progress: ProgressEvent = { type: 'progress', run: RUN, step: 'writing', done: 1, total: 4 }

/** A browser whose clock stands until it is told to go on. */
function pretendBrowser(answers: { events: SchoolEvent[]; progress: ProgressEvent[]; last: number }[] = []) {
  const streams: { url: string; isOpen: boolean; send(type: string, data?: unknown): void }[] = []
  const timers = new Set<{ at: number; then: () => void }>()
  const asked: (number | undefined)[] = []
  const watchers = new Set<(isShown: boolean) => void>()
  let now = 0
  let shown = true
  const surroundings: EventSurroundings = {
    openStream(url) {
      const listeners = new Map<string, (message: { data?: unknown }) => void>()
      const stream = {
        url,
        isOpen: true,
        send: (type: string, data?: unknown) => listeners.get(type)?.(data === undefined ? {} : { data: JSON.stringify(data) }),
      }
      streams.push(stream)
      return {
        addEventListener: (type, listener) => void listeners.set(type, listener),
        close() {
          stream.isOpen = false
        },
      }
    },
    async poll(after) {
      asked.push(after)
      const answer = answers.shift()
      if (answer === undefined) throw new Error('offline')
      return answer
    },
    after(milliseconds, then) {
      const timer = { at: now + milliseconds, then }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    isShown: () => shown,
    onShownOrHidden(then) {
      watchers.add(then)
      return () => watchers.delete(then)
    },
  }
  function show(isShown: boolean): void {
    shown = isShown
    for (const watcher of watchers) watcher(isShown)
  }
  async function goOn(milliseconds: number): Promise<void> {
    const end = now + milliseconds
    for (;;) {
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
      const [next] = [...timers].filter((it) => it.at <= end).sort((a, b) => a.at - b.at)
      if (next === undefined) break
      timers.delete(next)
      now = next.at
      next.then()
    }
    now = end
  }
  return { surroundings, streams, asked, timers, watchers, show, goOn }
}

function follow(browser: ReturnType<typeof pretendBrowser>) {
  const told: (number | string)[] = []
  const begun = (): void => void told.push('begun')
  const presence = (run: string): void => void told.push(`somebody in ${run}`)
  const listener = { event: (it: SchoolEvent) => told.push(it.id), progress: (it: ProgressEvent) => told.push(it.step), presence, begun }
  const end = followSchool('oak', listener, browser.surroundings)
  return { told, end }
}

describe('following a school', () => {
  it('tells what the stream says, each event once', () => {
    const browser = pretendBrowser()
    const { told } = follow(browser)
    browser.streams[0]?.send('run', event(4))
    browser.streams[0]?.send('progress', progress)
    browser.streams[0]?.send('run', event(4))
    browser.streams[0]?.send('run', event(5))
    browser.streams[0]?.send('message', { type: 'presence', run: RUN })
    expect(told).toEqual([4, 'writing', 5, `somebody in ${RUN}`])
  })

  it('asks every two seconds where the stream fails, from the event it knows, and goes back to the stream', async () => {
    const browser = pretendBrowser([
      { events: [event(5)], progress: [progress], last: 5 },
      { events: [event(6)], progress: [], last: 6 },
    ])
    const { told } = follow(browser)
    browser.streams[0]?.send('run', event(4))
    browser.streams[0]?.send('error')
    await browser.goOn(2_500)
    expect(browser.streams[0]?.isOpen).toBe(false)
    expect(browser.asked).toEqual([4, 5])
    expect(told).toEqual([4, 5, 'writing', 6])
    await browser.goOn(60_000)
    expect(browser.streams.at(1)?.url).toBe('/v1/schools/oak/events?after=6')
  })

  it('asks where a proxy holds the stream back', async () => {
    const browser = pretendBrowser([
      { events: [], progress: [], last: 1 },
      { events: [event(2)], progress: [], last: 2 },
    ])
    const { told } = follow(browser)
    await browser.goOn(13_000)
    expect(told).toEqual(['begun', 2])
  })

  it('begins once, at the newest event, and goes on from there', async () => {
    const browser = pretendBrowser([{ events: [event(8)], progress: [], last: 8 }])
    const { told } = follow(browser)
    browser.streams[0]?.send('ping', { last: 7 })
    browser.streams[0]?.send('ping', { last: 7 })
    browser.streams[0]?.send('error')
    await browser.goOn(1_000)
    expect(browser.asked).toEqual([7])
    expect(told).toEqual(['begun', 8])
  })

  it('keeps a stream in which only the heart beats', async () => {
    const browser = pretendBrowser()
    follow(browser)
    for (let beat = 0; beat < 8; beat++) {
      browser.streams[0]?.send('ping')
      await browser.goOn(15_000)
    }
    expect(browser.streams).toHaveLength(1)
    expect(browser.asked).toEqual([])
  })

  it('holds no connection and asks for nothing while the page is hidden, and goes on where it was', async () => {
    const browser = pretendBrowser()
    const { told } = follow(browser)
    browser.streams[0]?.send('run', event(4))
    // leaving a page tells it twice
    browser.show(false)
    browser.show(false)
    expect(browser.streams.filter((it) => it.isOpen)).toHaveLength(0)
    await browser.goOn(120_000)
    expect([browser.streams.length, browser.asked.length, browser.timers.size]).toEqual([1, 0, 0])
    browser.show(true)
    browser.show(true)
    expect(browser.streams.map((it) => it.url)).toEqual(['/v1/schools/oak/events', '/v1/schools/oak/events?after=4'])
    browser.streams[1]?.send('run', event(5))
    expect(told).toEqual([4, 5])
  })

  it('asks at once when a page is seen again that was asking, and drops the answer to what it asked before', async () => {
    const browser = pretendBrowser([
      { events: [event(5)], progress: [], last: 5 },
      { events: [event(5), event(6)], progress: [], last: 6 },
    ])
    const { told } = follow(browser)
    browser.streams[0]?.send('run', event(4))
    browser.streams[0]?.send('error')
    browser.show(false)
    await browser.goOn(60_000)
    expect([told, browser.asked]).toEqual([[4], [4]])
    browser.show(true)
    await browser.goOn(0)
    expect([told, browser.asked]).toEqual([
      [4, 5, 6],
      [4, 4],
    ])
    await browser.goOn(2_000)
    expect(browser.streams.map((it) => it.isOpen)).toEqual([false, true])
  })

  it('opens no stream for a page that nobody has seen yet', () => {
    const browser = pretendBrowser()
    browser.show(false)
    follow(browser)
    expect(browser.streams).toHaveLength(0)
    browser.show(true)
    expect(browser.streams).toHaveLength(1)
  })

  it('leaves nothing behind when it ends', async () => {
    const browser = pretendBrowser()
    const { end } = follow(browser)
    end()
    expect(browser.streams[0]?.isOpen).toBe(false)
    expect(browser.timers.size + browser.watchers.size).toBe(0)
    await browser.goOn(60_000)
    expect(browser.asked).toEqual([])
  })
})
