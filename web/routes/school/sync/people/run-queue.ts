import { ApiError, type DecidedAnswer, type ReviewRowDetails } from '../../../../../src/contract/index.ts'
import { call, queryClient, sessionQuery } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { type DecisionQueue, makeDecisionQueue } from './decision-queue.ts'
import { isSamePair } from './paint.ts'
import type { Action, Request, Saved } from './queue-state.ts'

/** The queue of one run, with what has been seen of its rows. Lives on while other pages are shown, so that nothing is lost. */
export interface RunQueue {
  readonly queue: DecisionQueue
  /** Notes rows as they were read: a decision says with `If-Match` what it has seen of them. */
  noteSeen(rows: readonly ReviewRowDetails[], version: number): void
  /** Notes that a version came up; of versions that are not our own somebody else is the author. */
  noteEvent(version: number): void
  /** Whether somebody else decided something after this version. */
  isOvertaken(version: number): boolean
  /** Takes over what this person decided before the page was opened, newest first; once. */
  takeOver(earlier: readonly Omit<Saved, 'id'>[]): void
  /** Calls `listener` with everything that was saved. */
  onSaved(listener: (action: Action, answer: DecidedAnswer) => void): () => void
}

/** A row as it was last shown, and the version of the run at which it was. */
interface Seen {
  readonly row: ReviewRowDetails
  readonly version: number
}

const queues = new Map<string, RunQueue>()

/** The queue of a run: one for all its pages. */
export function queueOf(school: string, run: string): RunQueue {
  const key = `${school} ${run}`
  const found = queues.get(key) ?? openQueue(school, run)
  queues.set(key, found)
  return found
}

/** Whether anything that was decided anywhere has not reached the server. */
function hasUnsaved(): boolean {
  return [...queues.values()].some(({ queue }) => queue.state().actions.length > 0)
}

window.addEventListener('beforeunload', (event) => {
  if (hasUnsaved()) event.preventDefault()
})
window.addEventListener('online', () => {
  for (const { queue } of queues.values()) queue.retry()
})

function openQueue(school: string, run: string): RunQueue {
  const listeners = new Set<(action: Action, answer: DecidedAnswer) => void>()
  const seen = new Map<string, Seen>()
  const own = new Set<number>()
  const told = new Set<number>()
  let latest = 0
  let hasTakenOver = false
  const noteSeen: RunQueue['noteSeen'] = (rows, version) => {
    latest = Math.max(latest, version)
    for (const row of rows) {
      const now = { row, version: Math.max(version, row.version) }
      // an older list never takes the place of what came after it
      if ((seen.get(row.id)?.version ?? 0) <= now.version) seen.set(row.id, now)
    }
  }
  const ifMatchOf = async ({ body }: Extract<Request, { kind: 'decide' }>, { isInsisted }: Action): Promise<number> => {
    if (isInsisted) return (await call('runs.read', { params: { school, run } })).version
    if ('all' in body) return latest
    return Math.min(...body.decisions.map((it) => seen.get(it.row)?.version ?? latest))
  }
  const send = async (request: Request, action: Action): Promise<DecidedAnswer> => {
    const params = { school, run }
    if (request.kind !== 'decide') return sendBack(params, request, action.key)
    const decide = async (idempotencyKey: string): Promise<DecidedAnswer> =>
      call('runs.decide', { params, idempotencyKey, ifMatch: await ifMatchOf(request, action), body: request.body })
    try {
      return await decide(action.key)
    } catch (error) {
      if (!(await isMovedOnly(error))) throw error
      // its own key, and the same one should this be lost and tried again
      return decide(`${action.key}-again`)
    }
  }
  /**
   * One decision moves what the engine thinks of other pairs, and with that their versions. Where nobody else decided, and a
   * row still is what the person saw, their word about it holds.
   */
  const isMovedOnly = async (error: unknown): Promise<boolean> => {
    const by = error instanceof ApiError && error.problem.status === 412 ? error.problem.changedBy : undefined
    if (by === undefined || isSomebodyElse(by)) return false
    const rows = await Promise.all(by.rows.map((row) => call('runs.row', { params: { school, run, row } })))
    if (!rows.every((row) => isSamePair(seen.get(row.id)?.row, row))) return false
    for (const row of rows) noteSeen([row], row.version)
    return true
  }
  const queue = makeDecisionQueue({
    send,
    newKey,
    isApiError: (error) => error instanceof ApiError,
    onSaved: (action, answer) => {
      own.add(answer.version)
      noteSeen(answer.rows, answer.version)
      for (const listener of listeners) listener(action, answer)
      void queryClient.invalidateQueries({ queryKey: ['runs.decisions'] })
      // open details were read before
      void queryClient.invalidateQueries({ queryKey: ['runs.row'] })
    },
  })
  return {
    queue,
    noteSeen,
    takeOver: (earlier) => {
      const known = new Set(queue.state().saved.map((it) => it.batch))
      if (!hasTakenOver)
        queue.remember(
          earlier
            .filter((it) => !known.has(it.batch))
            .map((it, place) => ({ ...it, id: -1 - place }))
            .reverse(),
        )
      hasTakenOver = true
    },
    noteEvent: (version) => void told.add(version),
    isOvertaken: (version) =>
      !queue.state().actions.some((it) => it.state === 'sending') && [...told].some((it) => it > version && !own.has(it)),
    onSaved: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Takes a batch back, or puts it back. */
function sendBack(
  params: { readonly school: string; readonly run: string },
  request: Exclude<Request, { kind: 'decide' }>,
  idempotencyKey: string,
): Promise<DecidedAnswer> {
  const { batch } = request
  if (request.kind === 'redecide') return call('runs.redecide', { params, idempotencyKey, body: { batch } })
  return call('runs.undecide', { params, idempotencyKey, body: { batch, isGoingBack: request.isGoingBack } })
}

/** Waits until everything that was decided is saved. False: something could not be. */
export function whenSaved({ queue }: RunQueue): Promise<boolean> {
  return new Promise((resolve) => {
    let stop: () => void = () => undefined
    const look = (): void => {
      const { actions } = queue.state()
      const isStuck = actions.some((it) => it.state === 'failed' || it.state === 'clash')
      if (actions.length > 0 && !isStuck) return
      stop()
      resolve(!isStuck)
    }
    stop = queue.subscribe(look)
    look()
  })
}

/** Whether a row was changed by another person than whoever is signed in here; without a name the engine changed it. */
export function isSomebodyElse({ name }: { readonly name: string }): boolean {
  return name !== '' && name !== queryClient.getQueryData(sessionQuery.queryKey)?.account?.name
}
