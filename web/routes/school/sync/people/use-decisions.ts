import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { DecidedAnswer, ReviewRowDetails, RowCountsAnswer, RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, queryClient, sessionQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { onSchoolEvent } from '../../../../api/use-events.ts'
import { useSay } from '../../../../words.tsx'
import { batchLabel } from './decisions-dialog.tsx'
import { type Decider, keepSaved, type Overlay, type PaintedRow, paintCounts, paintRows } from './paint.ts'
import { type Action, lastRedoable, lastUndoable, type QueueState, type RowDecision, type Saved } from './queue-state.ts'
import { queueOf, type RunQueue } from './run-queue.ts'
import type { ReadList, ReviewList } from './use-review-list.ts'

const NOBODY_YET: Overlay = new Map()

/** The table as it is painted: what was read, what was saved since, and what is on its way. */
export interface Decisions {
  readonly runQueue: RunQueue
  readonly state: QueueState
  readonly rows: readonly PaintedRow[]
  readonly counts: RowCountsAnswer | undefined
  /** The counters of everybody, whatever is searched for. */
  readonly whole: RowCountsAnswer | undefined
  /** What *Undo* would take back. */
  readonly undoable: Action | Saved | null
  /** What *Redo* would put back, in words. */
  readonly redoable: string | null
  /** The first that could not be saved: everything waits behind it. */
  readonly stuck: Action | null
  /** Somebody else decided something since the list was read. */
  readonly isListOld: boolean
  /** Puts a row as it is now in its place. */
  replace(row: ReviewRowDetails): void
}

/** Paints decisions into the table at once, and follows what becomes of them. */
export function useDecisions(run: RunDetails, { list, counts, whole, keepCounts, isWhole, readAgain }: ReviewList): Decisions {
  const { code: school } = useSchool()
  const runQueue = queueOf(school, run.id)
  const state = useSyncExternalStore(runQueue.queue.subscribe, runQueue.queue.state)
  const by = useDecider()
  const [kept, setKept] = useState<{ readonly key: string; readonly overlay: Overlay }>({ key: '', overlay: NOBODY_YET })
  const overlay = kept.key === list?.key ? kept.overlay : NOBODY_YET
  const read = list?.rows
  const saved = useMemo(() => paintRows(read ?? [], overlay, [], by), [read, overlay, by])
  const rows = useMemo(() => paintRows(read ?? [], overlay, state.actions, by), [read, overlay, state.actions, by])
  useSeen(runQueue, list)
  useEarlier(runQueue, { school, run: run.id, name: by.name })
  useSaved(runQueue, (action, answer) => {
    keepCounts((now) => (isWhole ? answer.counts : paintCounts(now, saved, decisionsOf(action), by)), answer.counts)
    // what was undone is too much to be told row by row
    if (['undo', 'redo'].includes(action.intent.kind) && answer.rows.length === 0) readAgain()
    else if (list !== undefined)
      setKept((now) => {
        const before = now.key === list.key ? now.overlay : NOBODY_YET
        return { key: list.key, overlay: keepSaved({ overlay: before, painted: paintRows(list.rows, before, [], by), by }, action, answer) }
      })
  })
  const version = useEventVersions(runQueue, run.id, list)
  const paint = (it: RowCountsAnswer | undefined) => it && paintCounts(it, saved, state.actions.flatMap(decisionsOf), by)
  return {
    runQueue,
    state,
    rows,
    counts: paint(counts),
    whole: paint(whole),
    undoable: lastUndoable(state),
    redoable: lastRedoable(state),
    stuck: state.actions.find((it) => it.state === 'failed' || it.state === 'clash') ?? null,
    isListOld: runQueue.isOvertaken(version),
    replace: (row) => {
      runQueue.noteSeen([row], row.version)
      if (list !== undefined) setKept({ key: list.key, overlay: new Map(overlay).set(row.id, { row, isSettled: false }) })
    },
  }
}

/** Who decides here. The time is that of opening the page: the server's own takes its place a moment later. */
function useDecider(): Decider {
  return useMemo(() => ({ name: queryClient.getQueryData(sessionQuery.queryKey)?.account?.name ?? '', at: new Date().toISOString() }), [])
}

function useSeen(runQueue: RunQueue, list: ReadList | undefined): void {
  const rows = list?.rows
  const version = list?.version
  useEffect(() => {
    if (rows !== undefined && version !== undefined) runQueue.noteSeen(rows, version)
  }, [runQueue, rows, version])
}

/** *Undo* goes on with what this person decided before the page was opened. */
function useEarlier(runQueue: RunQueue, { school, run, name }: { school: string; run: string; name: string }): void {
  const say = useSay()
  const { data } = useQuery(apiQuery('runs.decisions', { params: { school, run } }))
  useEffect(() => {
    const own = data?.items.filter((it) => it.isUndoable && it.by === name)
    if (own !== undefined) runQueue.takeOver(own.map((it) => ({ batch: it.batch, label: batchLabel(say, it) })))
  }, [runQueue, data, name, say])
}

/** Calls the newest `listener` with what was saved. */
function useSaved(runQueue: RunQueue, listener: (action: Action, answer: DecidedAnswer) => void): void {
  const newest = useRef(listener)
  useEffect(() => {
    newest.current = listener
  })
  useEffect(() => runQueue.onSaved((action, answer) => newest.current(action, answer)), [runQueue])
}

/** The version of the list; draws again when an event tells of another. */
function useEventVersions(runQueue: RunQueue, run: string, list: ReadList | undefined): number {
  const [, setTold] = useState(0)
  useEffect(
    () =>
      onSchoolEvent((event) => {
        if (event.type !== 'review' || event.run !== run || event.version === null) return
        runQueue.noteEvent(event.version)
        setTold(event.version)
      }),
    [runQueue, run],
  )
  return list?.version ?? Number.POSITIVE_INFINITY
}

function decisionsOf({ intent }: Action): readonly RowDecision[] {
  return intent.kind === 'rows' ? intent.decisions : []
}
