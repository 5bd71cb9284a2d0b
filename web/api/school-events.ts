import { addressOf, type PresenceEvent, type ProgressEvent, type SchoolEvent } from '../../src/contract/index.ts'

/** Told about everything that happens in one school. */
export interface EventListener {
  event(event: SchoolEvent): void
  progress(progress: ProgressEvent): void
  /** Somebody came to the review of a run, or left it. Who asks for events is not told: the page asks by itself who is there. */
  presence(run: string): void
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
  /** Whether anyone can see the page now. */
  isShown(): boolean
  /** Calls `then` whenever the page may have been shown or hidden; answers what ends it. */
  onShownOrHidden(then: (isShown: boolean) => void): () => void
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
 *
 * Only a page that is seen follows: a browser opens few connections to one server, and a page it keeps for going back to
 * would hold one of them. A page that is seen again goes on from the last event that it was told.
 */
export function followSchool(school: string, listener: EventListener, surroundings: EventSurroundings): () => void {
  const state: Following = { school, surroundings, last: undefined, turn: 0, isAsking: false, stop: () => undefined, tell, begin }
  function tell(data: Told): void {
    if (data.type === 'progress') listener.progress(data)
    else if (data.type === 'presence') listener.presence(data.run)
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
  let isFollowing = false
  function follow(isShown: boolean): void {
    if (isShown === isFollowing) return
    isFollowing = isShown
    if (!isShown) leave(state)
    else if (state.isAsking) followByAsking(state, 0)
    else followByStream(state)
  }
  follow(surroundings.isShown())
  const stopWatching = surroundings.onShownOrHidden(follow)
  return () => {
    stopWatching()
    follow(false)
  }
}

type Told = SchoolEvent | ProgressEvent | PresenceEvent

interface Following {
  readonly school: string
  readonly surroundings: EventSurroundings
  /** The newest event that was told. */
  last: number | undefined
  /** Goes up whenever the page is left: an answer to what was asked before is not listened to. */
  turn: number
  /** The stream failed, and has not been tried again since. */
  isAsking: boolean
  stop(): void
  tell(data: Told): void
  begin(last: number): void
}

function leave(state: Following): void {
  state.turn += 1
  state.stop()
  state.stop = () => undefined
}

function followByStream(state: Following): void {
  state.isAsking = false
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
  const { surroundings, turn } = state
  state.isAsking = true
  const next = (): void => {
    if (state.turn !== turn) return
    const again = (): void => (left <= 0 ? followByStream(state) : followByAsking(state, left - POLL_EVERY))
    state.stop = surroundings.after(POLL_EVERY, again)
  }
  surroundings.poll(state.last).then(
    ({ events, progress, last }) => {
      if (state.turn !== turn) return
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

function readEvent(data: unknown): readonly Told[] {
  const parsed = parse(data)
  // the server's tests hold every event against its schema
  return 'type' in parsed ? [parsed as Told] : []
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
