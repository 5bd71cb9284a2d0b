import type { ApiError, DecidedAnswer } from '../../../../../src/contract/index.ts'
import {
  type Action,
  type Intent,
  lastUndoable,
  pendingUndo,
  type QueueState,
  type Request,
  requestOf,
  type Saved,
  withoutAction,
  withSaved,
} from './queue-state.ts'

/** What the queue works with. */
export interface QueueOptions {
  /** Rejects with an `ApiError` where the server says why not; any other rejection means that it was not reached. */
  send(request: Request, action: Action): Promise<DecidedAnswer>
  newKey(): string
  isApiError(error: unknown): error is ApiError
  /** The server has it. Called before the action leaves the queue. */
  onSaved(action: Action, answer: DecidedAnswer): void
}

/** Sends what people decide to the server, in their order, one at a time. */
export interface DecisionQueue {
  readonly state: () => QueueState
  subscribe(listener: () => void): () => void
  add(intent: Intent, label: string): number
  /** Takes the newest thing back; what has not been sent yet just leaves. Gives what it was. */
  undoLast(label: (undone: string) => string): Action | Saved | null
  /** Puts back what was taken back last. Gives what it was, in words; null: nothing was. */
  redoLast(): string | null
  /** What was decided before this page was opened, oldest first, with ids below zero: *Undo* goes on there. */
  remember(earlier: readonly Saved[]): void
  /** Sends again what failed, and what waits behind it. */
  retry(): void
  /** Settles a clash: send it again over theirs, or let theirs stand. */
  settle(id: number, choice: 'mine' | 'theirs'): void
}

/**
 * One queue for one run. What fails stops the queue, so that decisions never arrive out of order; nothing is lost, and
 * nothing is sent twice: a request that may have arrived goes again under its old key.
 */
export function makeDecisionQueue(options: QueueOptions): DecisionQueue {
  let state: QueueState = { actions: [], saved: [], takenBack: [] }
  let lastId = 0
  const listeners = new Set<() => void>()
  const become = (next: Partial<QueueState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const change = (id: number, to: Partial<Action>): void =>
    become({ actions: state.actions.map((it) => (it.id === id ? { ...it, ...to } : it)) })
  const remove = (id: number): void => become({ actions: withoutAction(state.actions, id) })

  const saved = (action: Action, answer: DecidedAnswer): void => become({ ...withSaved(state, action, answer) })
  const sendNext = async (): Promise<void> => {
    const action = state.actions[0]
    if (action === undefined || action.state !== 'waiting') return
    const request = requestOf(action.intent, state)
    // what it was to take back never became anything
    if (request === null) {
      remove(action.id)
      return sendNext()
    }
    change(action.id, { state: 'sending' })
    try {
      const answer = await options.send(request, action)
      options.onSaved(action, answer)
      saved(action, answer)
    } catch (error) {
      change(action.id, failureOf(error, options))
    }
    return sendNext()
  }

  const add = (intent: Intent, label: string): number => {
    lastId += 1
    const fresh = { state: 'waiting', problem: null, isInsisted: false } as const
    // what is decided anew leaves nothing to put back
    const takenBack = intent.kind === 'undo' || intent.kind === 'redo' ? state.takenBack : []
    become({ takenBack, actions: [...state.actions, { id: lastId, label, intent, key: options.newKey(), ...fresh }] })
    void sendNext()
    return lastId
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    add,
    ...undoing({ state: () => state, become, add, remove, sendNext }),
    remember: (earlier) => become({ saved: [...earlier, ...state.saved] }),
    retry: () => {
      const first = state.actions[0]
      if (first?.state !== 'failed') return
      change(first.id, { state: 'waiting', problem: null, key: first.problem === null ? first.key : options.newKey() })
      void sendNext()
    },
    settle: (id, choice) => {
      if (choice === 'theirs') remove(id)
      else change(id, { state: 'waiting', problem: null, isInsisted: true, key: options.newKey() })
      void sendNext()
    },
  }
}

interface Queueing {
  readonly state: () => QueueState
  become(next: Partial<QueueState>): void
  readonly add: DecisionQueue['add']
  remove(id: number): void
  sendNext(): Promise<void>
}

/** *Undo* and *Redo* of a queue. */
function undoing({ state, become, add, remove, sendNext }: Queueing): Pick<DecisionQueue, 'undoLast' | 'redoLast'> {
  return {
    undoLast: (label) => {
      const last = lastUndoable(state())
      if (last === null) return null
      if ('state' in last && last.state !== 'sending') {
        become({ takenBack: [...state().takenBack, { id: last.id, label: last.label, what: { intent: last.intent } }] })
        remove(last.id)
        void sendNext()
      } else add({ kind: 'undo', what: last.label, of: { action: last.id } }, label(last.label))
      return last
    },
    redoLast: () => {
      const undo = pendingUndo(state())
      const last = state().takenBack.at(-1)
      if (undo !== undefined) {
        // an undo that has not been sent just does not happen
        if (undo.state !== 'sending') remove(undo.id)
        else add({ kind: 'redo', of: { action: undo.id } }, undo.intent.what)
        void sendNext()
        return undo.intent.what
      }
      if (last === undefined) return null
      const takenBack = state().takenBack.slice(0, -1)
      add('intent' in last.what ? last.what.intent : { kind: 'redo', of: last.what }, last.label)
      become({ takenBack })
      return last.label
    },
  }
}

function failureOf(error: unknown, { isApiError }: QueueOptions): Pick<Action, 'state' | 'problem'> {
  if (!isApiError(error)) return { state: 'failed', problem: null }
  const { problem } = error
  // an answer of 500 and above is not kept: the request may go again under its key
  if (problem.status >= 500) return { state: 'failed', problem: null }
  return { state: problem.status === 412 ? 'clash' : 'failed', problem }
}
