import { ApiError, type DecidedAnswer, type ReviewRowDetails } from '../../../../../src/contract/index.ts'
import { call, queryClient } from '../../../../api/client.ts'
import { type Action, type DecisionQueue, makeDecisionQueue, type Request } from './decision-queue.ts'

/** The queue of one run, with what has been seen of its rows. Lives on while other pages are shown, so that nothing is lost. */
export interface RunQueue {
  readonly queue: DecisionQueue
  /** Notes rows as they were read: a decision says with `If-Match` what it has seen of them. */
  noteSeen(rows: readonly ReviewRowDetails[], version: number): void
  /** Notes that a version came up; of versions that are not our own somebody else is the author. */
  noteEvent(version: number): void
  /** Whether somebody else decided something after this version. */
  isOvertaken(version: number): boolean
  /** Calls `listener` with everything that was saved. */
  onSaved(listener: (action: Action, answer: DecidedAnswer) => void): () => void
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
export function hasUnsaved(): boolean {
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
  const seen = new Map<string, number>()
  const own = new Set<number>()
  const told = new Set<number>()
  let latest = 0
  const noteSeen: RunQueue['noteSeen'] = (rows, version) => {
    latest = Math.max(latest, version)
    for (const row of rows) seen.set(row.id, Math.max(version, row.version))
  }
  const ifMatchOf = async ({ body }: Extract<Request, { kind: 'decide' }>, { isInsisted }: Action): Promise<number> => {
    if (isInsisted) return (await call('runs.read', { params: { school, run } })).version
    if ('all' in body) return latest
    return Math.min(...body.decisions.map((it) => seen.get(it.row) ?? latest))
  }
  const send = async (request: Request, action: Action): Promise<DecidedAnswer> => {
    const params = { school, run }
    if (request.kind === 'undecide') return call('runs.undecide', { params, idempotencyKey: action.key, body: { batch: request.batch } })
    return call('runs.decide', { params, idempotencyKey: action.key, ifMatch: await ifMatchOf(request, action), body: request.body })
  }
  const queue = makeDecisionQueue({
    send,
    newKey: () => crypto.randomUUID(),
    isApiError: (error) => error instanceof ApiError,
    onSaved: (action, answer) => {
      own.add(answer.version)
      noteSeen(answer.rows, answer.version)
      for (const listener of listeners) listener(action, answer)
      void queryClient.invalidateQueries({ queryKey: ['runs.decisions'] })
    },
  })
  return {
    queue,
    noteSeen,
    noteEvent: (version) => void told.add(version),
    isOvertaken: (version) =>
      !queue.state().actions.some((it) => it.state === 'sending') && [...told].some((it) => it > version && !own.has(it)),
    onSaved: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
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
