import { useEffect, useRef, useState } from 'react'
import type { DecisionBatch, ReviewRowDetails, RowAct } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { copyText } from '../../../../kit/copy-text.ts'
import { useSay } from '../../../../words.tsx'
import type { AllAct } from './all-acts.tsx'
import type { DecisionQueue } from './decision-queue.ts'
import { batchLabel } from './decisions-dialog.tsx'
import { mayDo, nameOf, nextUndecided, type PaintedRow } from './paint.ts'
import type { RowDecision } from './queue-state.ts'
import { rowNote } from './row-note.ts'
import { type Kind, withinOf } from './rows-query.ts'
import type { Decisions } from './use-decisions.ts'
import type { ReviewList } from './use-review-list.ts'

/** What can be done in the table; each says in words what came of it. */
export interface Acts {
  /** The last thing that was said to who listens. */
  readonly said: string
  /** What an act on a whole filter came to, until it is closed. */
  readonly done: string | null
  forget(): void
  /** Does one thing to rows. Gives the place where work goes on, or null to stay. */
  act(act: RowAct, places: readonly number[]): number | null
  /** Pairs by hand, or what the dialog offers instead. */
  decide(decision: RowDecision, place: number): number | null
  /** Says the same about other rows, wherever they stand, in one go. */
  sameFor(act: 'same' | 'different', ids: readonly string[]): number | null
  all(act: AllAct): void
  /** Copies what the office is to put right about somebody. */
  copyNote(row: ReviewRowDetails): void
  undo(): void
  redo(): void
  undoBatch(batch: DecisionBatch): void
  /** Takes everything back that was decided after a batch. */
  goBackTo(batch: DecisionBatch): void
}

/** *Undo* and *Redo* from wherever the focus is on the page: in the table its own keys do it, in a field the browser's. */
export function useUndoKeys({ undo, redo }: Pick<Acts, 'undo' | 'redo'>): void {
  const newest = useRef({ undo, redo })
  useEffect(() => {
    newest.current = { undo, redo }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isOurs = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z'
      if (!isOurs || event.defaultPrevented || document.querySelector('dialog[open]') !== null || isTypedIn(event.target)) return
      event.preventDefault()
      if (event.shiftKey) newest.current.redo()
      else newest.current.undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function isTypedIn(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('textarea, select, input:not([type=checkbox], [type=radio])')
}

/** The acts of the review: into the queue, onto the screen, and into words. */
export function useActs(kind: Kind, review: ReviewList, { rows, whole, runQueue }: Decisions): Acts {
  const say = useSay()
  const [said, setSaid] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const { queue } = runQueue
  useEffect(
    () =>
      runQueue.onSaved(({ intent }, { made }) => {
        if (intent.kind !== 'filter') return
        const text = say('review.all.done', { count: made })
        setDone(text)
        setSaid(text)
      }),
    [runQueue, say],
  )
  const onFrom = (decided: readonly number[], act: RowAct, what: string): number | null => {
    const waited = decided.filter((place) => rows[place]?.row.needsDecision)
    const left = (whole?.filters.needs_decision ?? 0) - waited.length
    const rest = rows.map((it, place) => (decided.includes(place) ? { ...it, row: { ...it.row, needsDecision: false } } : it))
    const next = waited.length === 0 ? null : nextUndecided(rest, decided.at(-1) ?? 0)
    setSaid([what, ...(act.endsWith('email') ? [] : leftWords(say, left, next === null ? undefined : rest[next]))].join(' '))
    return next
  }
  return {
    said,
    done,
    forget: () => setDone(null),
    act: (act, places) => {
      const able = places.filter((place) => rows[place] !== undefined && mayDo(act, rows[place].row))
      const [first] = places
      if (able.length === 0) {
        const row = first === undefined ? undefined : rows[first]?.row
        if (row !== undefined) setSaid(say('review.said.cannot', { name: nameOf(row), status: say(`status.${row.status}`) }))
        return null
      }
      const decisions = able.flatMap((place) => (rows[place] === undefined ? [] : [{ row: rows[place].row.id, act }]))
      queue.add({ kind: 'rows', decisions }, actLabel(say, act, able, rows))
      return onFrom(able, act, say(`review.said.${act}`))
    },
    decide: (decision, place) => {
      queue.add({ kind: 'rows', decisions: [decision] }, actLabel(say, decision.act, [place], rows))
      return onFrom([place], decision.act, say(`review.said.${decision.act}`))
    },
    sameFor: (act, ids) => {
      const label = say(`review.label.${act}`, { name: say('review.label.many', { count: ids.length }) })
      queue.add({ kind: 'rows', decisions: ids.map((row) => ({ row, act })) }, label)
      const shown = rows.flatMap(({ row }, place) => (ids.includes(row.id) ? [place] : []))
      return onFrom(shown, act, say(`review.said.${act}`))
    },
    all: (act) => {
      // the same number twice is told twice
      setSaid('')
      setDone(null)
      const all = { ...withinOf(kind, review.search), filter: review.filter }
      queue.add({ kind: 'filter', body: { all, act } }, say(`review.label.all_${act}`))
    },
    copyNote: (row) => {
      const note = rowNote(row, say)
      if (note === null) return
      setSaid('')
      copyText(note).then((isCopied) => setSaid(say(isCopied ? 'kit.copied' : 'kit.not_copied')))
    },
    ...undoActs({ say, queue, setSaid, setDone }),
  }
}

/** What takes decisions back and puts them back. */
function undoActs({
  say,
  queue,
  setSaid,
  setDone,
}: {
  readonly say: Say
  readonly queue: DecisionQueue
  setSaid(text: string): void
  setDone(text: null): void
}): Pick<Acts, 'undo' | 'redo' | 'undoBatch' | 'goBackTo'> {
  return {
    undo: () => {
      setDone(null)
      const undone = queue.undoLast((what) => say('review.label.undo', { what }))
      setSaid(undone === null ? '' : say('review.said.undone', { what: undone.label }))
    },
    redo: () => {
      setDone(null)
      const what = queue.redoLast()
      setSaid(what === null ? '' : say('review.said.redone', { what }))
    },
    undoBatch: (batch) => {
      const what = batchLabel(say, batch)
      queue.add({ kind: 'undo', what, of: { batch: batch.batch } }, say('review.label.undo', { what }))
      setSaid(say('review.said.undone', { what }))
    },
    goBackTo: (batch) => {
      const what = say('review.label.after', { what: batchLabel(say, batch) })
      queue.add({ kind: 'undo', what, of: { batch: batch.batch, isGoingBack: true } }, say('review.label.undo', { what }))
      setSaid(say('review.said.undone', { what }))
    },
  }
}

function actLabel(say: Say, act: RowAct, places: readonly number[], rows: readonly PaintedRow[]): string {
  const [first] = places
  const row = first === undefined ? undefined : rows[first]?.row
  const name = places.length === 1 && row !== undefined ? nameOf(row) : say('review.label.many', { count: places.length })
  return say(`review.label.${act}`, { name })
}

/** "4 left. Next: Sam Taylor, may match." */
function leftWords(say: Say, left: number, next: PaintedRow | undefined): readonly string[] {
  const count = left > 0 ? say('review.left', { count: left }) : say('review.none_left')
  return next === undefined ? [count] : [count, say('review.next', { name: nameOf(next.row), status: say(`status.${next.row.status}`) })]
}
