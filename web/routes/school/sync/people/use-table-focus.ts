import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { RowAct } from '../../../../../src/contract/index.ts'
import type { PaintedRow } from './paint.ts'
import { type Command, commandOf } from './table-keys.ts'
import type { TypedDetail } from './type-here-dialog.tsx'

/** What a person did to a row. */
export type RowCommand =
  | Exclude<Command, { kind: 'go' | 'details' | 'menu' | 'name' | 'act' }>
  | { readonly kind: 'retry' | 'copy_note' }
  | { readonly kind: 'act'; readonly act: Exclude<RowAct, 'match' | 'type_here' | 'sync_email' | 'no_email'> }
  | { readonly kind: 'type_here'; readonly detail: TypedDetail }

/** Lets the page put the focus on a row after a decision. */
export interface TableFocus {
  row(place: number): void
}

/** What the table needs to hear its keys and clicks. */
export interface TableFocusOptions {
  readonly rows: readonly PaintedRow[]
  readonly areLettersOn: boolean
  readonly focus: RefObject<TableFocus | null>
  /** The row whose details are open, as the address says. */
  readonly open: string | null
  onOpen(row: string | null): void
  onCommand(command: RowCommand, place: number): void
  /** Ticks from the row ticked last to this one. */
  onRange(place: number): void
}

/**
 * Where the focus of the table is, which row's details are open, and what its keys and clicks do. They are heard by the body,
 * so that a row costs no listeners.
 */
export function useTableFocus({ rows, areLettersOn, focus, open, onOpen, onCommand, onRange }: TableFocusOptions) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [current, setCurrent] = useState(() => Math.max(0, placeOf(rows, open)))
  const go = (place: number, control: string): void => {
    setCurrent(place)
    const row = body.current?.querySelector(`tr[data-place="${place}"]`)
    const same =
      row?.querySelector<HTMLElement>(`[name="${control}"], [data-control="${control}"]`) ??
      row?.querySelector<HTMLElement>('[name="open"]')
    same?.focus()
  }
  useEffect(() => {
    focus.current = { row: (place) => go(place, 'open') }
  })
  const toggleDetails = (place: number): void => {
    const id = rows[place]?.row.id ?? null
    onOpen(open === id ? null : id)
  }
  const carryOut = (command: Command, place: number, control: string): void => {
    if (command.kind === 'go') {
      if (command.isRange) onRange(command.to)
      go(command.to, control)
    } else if (command.kind === 'menu' || command.kind === 'name') go(place, command.kind === 'menu' ? 'menu' : 'open')
    else if (command.kind === 'details') toggleDetails(place)
    else if (command.kind === 'close') {
      if (open !== null) onOpen(null)
    } else onCommand(command, place)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const pressed = controlOf(event.target)
    if (pressed === null) return
    const { place, name } = pressed
    // a tick's own Space, and Enter on what is a button, do what they always do
    if ((event.key === ' ' && name !== 'open') || (event.key === 'Enter' && ['retry', 'menu', 'upn'].includes(name ?? ''))) return
    const command = commandOf(event, { row: place, rows: rows.length, areLettersOn })
    if (command === null) return
    event.preventDefault()
    carryOut(command, place, name)
  }
  // a browser clicks a button when Space is let go: here Space ticks the row
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === ' ' && controlOf(event.target)?.name === 'open') event.preventDefault()
  }
  const onClick = (event: MouseEvent): void => {
    const clicked = controlOf(event.target)
    if (clicked === null) return
    const { place, name } = clicked
    setCurrent(place)
    if (name === 'open') toggleDetails(place)
    else if (name === 'select' && event.shiftKey) onRange(place)
    else if (name === 'select') onCommand({ kind: 'tick' }, place)
    else if (name === 'import' || name === 'email' || name === 'retry') onCommand({ kind: name }, place)
  }
  const onFocus = (event: FocusEvent): void => {
    const focused = controlOf(event.target)
    if (focused !== null) setCurrent(focused.place)
  }
  const at = Math.min(current, Math.max(0, rows.length - 1))
  useShownRow(body, placeOf(rows, open))
  return { at, listeners: { ref: body, onKeyDown, onKeyUp, onClick, onFocus } }
}

/** Brings the row that the address names into sight, once, when the page is opened. */
function useShownRow(body: RefObject<HTMLElement | null>, place: number): void {
  const first = useRef(place)
  useEffect(() => {
    if (first.current >= 0) body.current?.querySelector(`tr[data-place="${first.current}"]`)?.scrollIntoView({ block: 'center' })
  }, [body])
}

function placeOf(rows: readonly PaintedRow[], id: string | null): number {
  return rows.findIndex(({ row }) => row.id === id)
}

/** The control of a row that an event came from, and the row's place; null as well while its menu is open, which has keys of its own. */
function controlOf(target: EventTarget): { readonly place: number; readonly name: string } | null {
  if (!(target instanceof Element)) return null
  const control = target.closest('input, button, summary')
  if (control?.closest('details[open], .menu-list')) return null
  const place = control?.closest('tr')?.getAttribute('data-place')
  if (control == null || place == null) return null
  return { place: Number(place), name: control.getAttribute('name') ?? control.getAttribute('data-control') ?? '' }
}
