import { addressOf, type ProgressEvent, type SchoolEvent } from '../../src/contract/index.ts'

/** Told about everything that happens in one school. */
export interface EventListener {
  event(event: SchoolEvent): void
  progress(progress: ProgressEvent): void
  /** Events are told from now on: what was read before may have become old since. */
  begun(): void
}

/** What following a school needs of the browser: handed in, so that a test can be one. */
export interface EventSurroundings {
  /** Opens the stream; absent where the browser has none. */
  openStream(url: string): EventStream
  /** What came after an event, as JSON. */
  poll(after: number | undefined): Promise<{ events: readonly SchoolEvent[]; progress: readonly ProgressEvent[]; last: number }>
  after(milliseconds: number, then: () => void): () => void
}

/** As much of an `EventSource` as we use. */
export interface EventStream {
  addEventListener(type: string, listener: (message: { readonly data?: unknown }) => void): void
  close(): void
}

const POLL_EVERY = 2_000
const STREAM_AGAIN_AFTER = 30_000
/** The server says something at once and every 15 seconds; a stream that is silent for longer is held back on the way. */
const SILENT_FOR = { first: 10_000, later: 40_000 } as const
const NAMES = ['message', 'run', 'review', 'directory', 'team', 'school', 'reset', 'progress', 'ping'] as const

/**
 * Follows what happens in a school: by the stream, and where that fails by asking every two seconds until a stream works
 * again. An event is told once, in order, whichever way it comes. Answers what ends it.
 */
export function followSchool(school: string, listener: EventListener, surroundings: EventSurroundings): () => void {
  const state: Following = { school, surroundings, last: undefined, isOver: false, stop: () => undefined, tell, begin }
  function tell(data: SchoolEvent | ProgressEvent): void {
    if (data.type === 'progress') listener.progress(data)
    else if (data.type === 'reset' || state.last === undefined || data.id > state.last) {
      state.last = data.id
      listener.event(data)
    }
  }
  function begin(last: number): void {
    if (state.last !== undefined) return
    state.last = last
    listener.begun()
  }
  followByStream(state)
  return () => {
    state.isOver = true
    state.stop()
  }
}

interface Following {
  readonly school: string
  readonly surroundings: EventSurroundings
  /** The newest event that was told. */
  last: number | undefined
  isOver: boolean
  stop(): void
  tell(data: SchoolEvent | ProgressEvent): void
  begin(last: number): void
}

function followByStream(state: Following): void {
  const { school, surroundings } = state
  const source = surroundings.openStream(addressOf('events.read', { params: { school }, query: { after: state.last } }))
  const giveUp = (): void => {
    state.stop()
    followByAsking(state, STREAM_AGAIN_AFTER)
  }
  let stopWaiting = surroundings.after(SILENT_FOR.first, giveUp)
  state.stop = () => {
    stopWaiting()
    source.close()
  }
  for (const name of NAMES) {
    source.addEventListener(name, ({ data }) => {
      stopWaiting()
      stopWaiting = surroundings.after(SILENT_FOR.later, giveUp)
      if (name === 'ping') state.begin(readLast(data))
      else for (const it of readEvent(data)) state.tell(it)
    })
  }
  source.addEventListener('error', giveUp)
}

function followByAsking(state: Following, left: number): void {
  const { surroundings } = state
  const next = (): void => {
    if (state.isOver) return
    const again = (): void => (left <= 0 ? followByStream(state) : followByAsking(state, left - POLL_EVERY))
    state.stop = surroundings.after(POLL_EVERY, again)
  }
  surroundings.poll(state.last).then(
    ({ events, progress, last }) => {
      if (state.isOver) return
      state.begin(last)
      for (const event of events) state.tell(event)
      for (const it of progress) state.tell(it)
      if (last > (state.last ?? 0)) state.last = last
      next()
    },
    // offline, or the server is starting again: ask again
    next,
  )
}

function readEvent(data: unknown): readonly (SchoolEvent | ProgressEvent)[] {
  const parsed = parse(data)
  // the server's tests hold every event against its schema
  return 'type' in parsed ? [parsed as SchoolEvent | ProgressEvent] : []
}

/** A ping says which event is the newest. */
function readLast(data: unknown): number {
  const parsed = parse(data)
  return 'last' in parsed && typeof parsed.last === 'number' ? parsed.last : 0
}

function parse(data: unknown): object {
  try {
    const parsed: unknown = typeof data === 'string' && data !== '' ? JSON.parse(data) : {}
    return typeof parsed === 'object' && parsed !== null ? parsed : {}
  } catch {
    return {}
  }
}
