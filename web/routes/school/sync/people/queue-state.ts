import type { ApiProblem, DecidedAnswer, DecisionsBody, RowAct, TypedHere } from '../../../../../src/contract/index.ts'

/** One act on one row. */
export interface RowDecision {
  readonly row: string
  readonly act: RowAct
  /** `match`: the row that the other half stands in. */
  readonly with?: string
  /** `type_here`: what was typed. */
  readonly typed?: TypedHere
}

/** What a person did: decided about rows, about everything a filter shows, took something back, or put it back. */
export type Intent =
  | { readonly kind: 'rows'; readonly decisions: readonly RowDecision[] }
  | { readonly kind: 'filter'; readonly body: Extract<DecisionsBody, { all: unknown }> }
  /** `what`: in words, what is taken back; `isGoingBack`: everything after the batch instead. */
  | {
      readonly kind: 'undo'
      readonly what: string
      readonly of: { readonly action: number } | { readonly batch: string; readonly isGoingBack?: boolean }
    }
  /** Of what one action takes back, or of a batch that was taken back. */
  | { readonly kind: 'redo'; readonly of: { readonly action: number } | { readonly batch: string } }

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

/** Something that was taken back, newest last: what *Redo* puts back. What never reached the server is done anew. */
export interface TakenBack {
  /** Of the action that took it back. */
  readonly id: number
  readonly label: string
  readonly what: { readonly batch: string } | { readonly intent: Intent }
}

export interface QueueState {
  readonly actions: readonly Action[]
  readonly saved: readonly Saved[]
  readonly takenBack: readonly TakenBack[]
}

/** What an action becomes on the wire. */
export type Request =
  | { readonly kind: 'decide'; readonly body: DecisionsBody }
  | { readonly kind: 'undecide'; readonly batch: string; readonly isGoingBack: boolean }
  | { readonly kind: 'redecide'; readonly batch: string }

/** The newest thing that *Undo* would take back: undoing is not undone. */
export function lastUndoable({ actions, saved }: QueueState): Action | Saved | null {
  const undone = new Set(actions.flatMap(({ intent }) => (intent.kind === 'undo' && 'action' in intent.of ? [intent.of.action] : [])))
  const open = actions.findLast((it) => it.intent.kind !== 'undo' && !undone.has(it.id))
  return open ?? saved.findLast((it) => !undone.has(it.id)) ?? null
}

/** What *Redo* would put back, in words; null: nothing. */
export function lastRedoable(state: QueueState): string | null {
  return pendingUndo(state)?.intent.what ?? state.takenBack.at(-1)?.label ?? null
}

type UndoAction = Action & { readonly intent: Extract<Intent, { kind: 'undo' }> }

/** The newest undo that the server has not answered yet and that nobody puts back already. */
export function pendingUndo({ actions }: QueueState): UndoAction | undefined {
  const redone = new Set(actions.flatMap(({ intent }) => (intent.kind === 'redo' && 'action' in intent.of ? [intent.of.action] : [])))
  return actions.filter(isUndo).findLast((it) => !redone.has(it.id))
}

function isUndo(action: Action): action is UndoAction {
  return action.intent.kind === 'undo'
}

/** The queue once the server has an action: what can be taken back now, and what put back. */
export function withSaved({ actions, saved, takenBack }: QueueState, action: Action, { batch, undone }: DecidedAnswer): QueueState {
  const { intent } = action
  const rest = actions.filter((it) => it.id !== action.id)
  if (intent.kind === 'undo') {
    const label = (it: string): string => saved.find((one) => one.batch === it)?.label ?? intent.what
    const now = undone.map((it) => ({ id: action.id, label: label(it), what: { batch: it } }))
    return { actions: rest, saved: saved.filter((it) => !undone.includes(it.batch)), takenBack: [...takenBack, ...now] }
  }
  const put = intent.kind === 'redo' && 'action' in intent.of ? intent.of.action : null
  return {
    actions: rest,
    saved: batch === null ? saved : [...saved, { id: action.id, label: action.label, batch }],
    takenBack: takenBack.filter((it) => it.id !== put),
  }
}

/** What an intent becomes on the wire; null: what it is about never reached the server. */
export function requestOf(intent: Intent, { saved, takenBack }: QueueState): Request | null {
  if (intent.kind === 'rows') return { kind: 'decide', body: { decisions: intent.decisions.map((it) => ({ ...it })) } }
  if (intent.kind === 'filter') return { kind: 'decide', body: intent.body }
  const { of } = intent
  if (intent.kind === 'redo') {
    const taken = 'action' in of ? takenBack.findLast((it) => it.id === of.action)?.what : of
    return taken === undefined || !('batch' in taken) ? null : { kind: 'redecide', batch: taken.batch }
  }
  const batch = 'batch' in of ? of.batch : saved.find((it) => it.id === of.action)?.batch
  return batch === undefined ? null : { kind: 'undecide', batch, isGoingBack: 'isGoingBack' in of && of.isGoingBack === true }
}

/** Without an action, and without what was to take it back or put it back. */
export function withoutAction(actions: readonly Action[], id: number): readonly Action[] {
  return actions.filter(
    ({ id: own, intent }) =>
      own !== id && !((intent.kind === 'undo' || intent.kind === 'redo') && 'action' in intent.of && intent.of.action === id),
  )
}
