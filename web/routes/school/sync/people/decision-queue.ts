import type { ApiError, ApiProblem, DecidedAnswer, DecisionsBody, RowAct } from '../../../../../src/contract/index.ts'

/** One act on one row. */
export interface RowDecision {
  readonly row: string
  readonly act: RowAct
  /** `match`: the row that the other half stands in. */
  readonly with?: string
}

/** What a person did: decided about rows, about everything a filter shows, or took something back. */
export type Intent =
  | { readonly kind: 'rows'; readonly decisions: readonly RowDecision[] }
  | { readonly kind: 'filter'; readonly body: Extract<DecisionsBody, { all: unknown }> }
  | { readonly kind: 'undo'; readonly of: { readonly action: number } | { readonly batch: string } }

/** One thing a person did, until the server has it. */
export interface Action {
  readonly id: number
  /** In the words the *Undo* button uses. */
  readonly label: string
  readonly intent: Intent
  /** `Idempotency-Key`: the same until the server has answered. */
  readonly key: string
  readonly state: 'waiting' | 'sending' | 'failed' | 'clash'
  /** Failed or clash: what the server said; null when it could not be reached. */
  readonly problem: ApiProblem | null
  /** Clash: the person has seen what the other decided and wants their own. */
  readonly isInsisted: boolean
}

/** Something the server has, newest last: what *Undo* takes back. */
export interface Saved {
  readonly id: number
  readonly label: string
  readonly batch: string
}

export interface QueueState {
  readonly actions: readonly Action[]
  readonly saved: readonly Saved[]
}

/** What an action becomes on the wire. */
export type Request = { readonly kind: 'decide'; readonly body: DecisionsBody } | { readonly kind: 'undecide'; readonly batch: string }

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
  let state: QueueState = { actions: [], saved: [] }
  let lastId = 0
  const listeners = new Set<() => void>()
  const become = (next: Partial<QueueState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const change = (id: number, to: Partial<Action>): void =>
    become({ actions: state.actions.map((it) => (it.id === id ? { ...it, ...to } : it)) })
  const remove = (id: number): void => become({ actions: withoutAction(state.actions, id) })

  const saved = (action: Action, { batch }: DecidedAnswer): void => {
    const kept = action.intent.kind === 'undo' ? withoutUndone(state.saved, action.intent.of) : state.saved
    const isNew = action.intent.kind !== 'undo' && batch !== null
    become({
      actions: state.actions.filter((it) => it.id !== action.id),
      saved: isNew ? [...kept, { id: action.id, label: action.label, batch }] : kept,
    })
  }
  const sendNext = async (): Promise<void> => {
    const action = state.actions[0]
    if (action === undefined || action.state !== 'waiting') return
    const request = requestOf(action.intent, state.saved)
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
    become({ actions: [...state.actions, { id: lastId, label, intent, key: options.newKey(), ...fresh }] })
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
    undoLast: (label) => {
      const last = lastUndoable(state)
      if (last === null) return null
      if ('state' in last && last.state !== 'sending') {
        remove(last.id)
        void sendNext()
      } else add({ kind: 'undo', of: { action: last.id } }, label(last.label))
      return last
    },
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

/** The newest thing that *Undo* would take back: undoing is not undone. */
export function lastUndoable({ actions, saved }: QueueState): Action | Saved | null {
  const undone = new Set(actions.flatMap(({ intent }) => (intent.kind === 'undo' && 'action' in intent.of ? [intent.of.action] : [])))
  const open = actions.findLast((it) => it.intent.kind !== 'undo' && !undone.has(it.id))
  return open ?? saved.findLast((it) => !undone.has(it.id)) ?? null
}

function requestOf(intent: Intent, saved: readonly Saved[]): Request | null {
  if (intent.kind === 'rows') return { kind: 'decide', body: { decisions: intent.decisions.map((it) => ({ ...it })) } }
  if (intent.kind === 'filter') return { kind: 'decide', body: intent.body }
  const { of } = intent
  const batch = 'batch' in of ? of.batch : saved.find((it) => it.id === of.action)?.batch
  return batch === undefined ? null : { kind: 'undecide', batch }
}

function failureOf(error: unknown, { isApiError }: QueueOptions): Pick<Action, 'state' | 'problem'> {
  if (!isApiError(error)) return { state: 'failed', problem: null }
  const { problem } = error
  // an answer of 500 and above is not kept: the request may go again under its key
  if (problem.status >= 500) return { state: 'failed', problem: null }
  return { state: problem.status === 412 ? 'clash' : 'failed', problem }
}

function withoutUndone(saved: readonly Saved[], of: { readonly action: number } | { readonly batch: string }): readonly Saved[] {
  return saved.filter((it) => ('batch' in of ? it.batch !== of.batch : it.id !== of.action))
}

/** Without an action, and without what was to take it back. */
function withoutAction(actions: readonly Action[], id: number): readonly Action[] {
  return actions.filter(
    ({ id: own, intent }) => own !== id && !(intent.kind === 'undo' && 'action' in intent.of && intent.of.action === id),
  )
}
