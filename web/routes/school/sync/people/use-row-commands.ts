import { useRef, useState } from 'react'
import type { ReviewRowDetails } from '../../../../../src/contract/index.ts'
import { mayDo } from './paint.ts'
import type { RowDecision } from './queue-state.ts'
import type { ShownDialog } from './review-dialogs.tsx'
import { SEARCH_ID } from './review-tools.tsx'
import type { Acts } from './use-acts.ts'
import type { Decisions } from './use-decisions.ts'
import type { RowCommand, TableFocus } from './use-table-focus.ts'
import type { Ticks } from './use-ticks.ts'

/** What each command of a row, and each button of the bar, does: an act at once, or a dialog first. */
export function useRowCommands({ rows, runQueue }: Decisions, acts: Acts, ticks: Ticks) {
  const focus = useRef<TableFocus>(null)
  const [dialog, setDialog] = useState<ShownDialog | null>(null)
  const ticked = rows.flatMap(({ row }) => (ticks.ticked.has(row.id) ? [row] : []))
  const placeOf = (row: ReviewRowDetails): number => rows.findIndex((it) => it.row.id === row.id)
  const goOn = (place: number | null): void => {
    if (place !== null) focus.current?.row(place)
  }
  const unmatch = (places: readonly number[]): void => {
    const synced = places.flatMap((place) => (rows[place]?.row.status === 'synced' ? [rows[place].row] : []))
    const go = (): void => goOn(acts.act('different', places))
    if (synced.length === 0) go()
    else setDialog({ kind: 'unmatch', rows: synced, go })
  }
  const match = (row: ReviewRowDetails | undefined, other?: ReviewRowDetails): void => {
    if (row !== undefined && mayDo('match', row)) setDialog({ kind: 'match', row, other: other ?? null })
  }
  const onCommand = (command: RowCommand, place: number): void => {
    const row = rows[place]?.row
    if (row === undefined) return
    if (command.kind === 'act' && command.act === 'different') unmatch([place])
    else if (command.kind === 'act') goOn(acts.act(command.act, [place]))
    else if (command.kind === 'import') goOn(acts.act(row.willImport ? 'leave_out' : 'import', [place]))
    else if (command.kind === 'email') acts.act(row.syncEmail === true ? 'no_email' : 'sync_email', [place])
    else if (command.kind === 'tick') ticks.toggle(place)
    else if (command.kind === 'tick_all') ticks.toggleAll()
    else if (command.kind === 'match') match(row)
    else if (command.kind === 'search') document.getElementById(SEARCH_ID)?.focus()
    else if (command.kind === 'undo') acts.undo()
    else if (command.kind === 'redo') acts.redo()
    else if (command.kind === 'type_here') setDialog({ kind: 'type_here', row, detail: command.detail })
    else if (command.kind === 'copy_note') acts.copyNote(row)
    else if (command.kind === 'retry') runQueue.queue.retry()
    else if (command.kind === 'help') setDialog({ kind: 'keys' })
  }
  return {
    ...{ focus, dialog, ticked, onCommand },
    show: setDialog,
    /** The bar: on everything that is selected. */
    onTicked: (act: 'different' | 'import' | 'leave_out'): void => {
      const places = ticked.map(placeOf)
      if (act === 'different') unmatch(places)
      else goOn(acts.act(act, places))
    },
    matchTicked: (): void => {
      const [first, second] = ticked
      match(first, second)
    },
    onSameFor: (act: 'same' | 'different', ids: readonly string[]): void => {
      const place = acts.sameFor(act, ids)
      // once the dialog is gone, and what opened it
      requestAnimationFrame(() => goOn(place ?? 0))
    },
    onDecide: (decision: RowDecision, row: ReviewRowDetails): void => goOn(acts.decide(decision, placeOf(row))),
  }
}
