import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { useClosing } from './use-closing.ts'

interface MenuProps {
  readonly label: string
  readonly name?: string | undefined
  /** Of many menus in one table only that of the current row is a stop of the Tab key. */
  readonly tabIndex?: number | undefined
  /** Named so that a table finds it among the controls of a row. */
  readonly control?: string | undefined
  readonly children: ReactNode
}

/** A button that opens a short list of links and buttons. Plain content, so that every item is reached with Tab. */
export function Menu({ label, name, tabIndex, control, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(false)
  useClosing(menu, isOpen)
  return (
    <details
      className="menu"
      ref={menu}
      onKeyDown={(event) => moveInside(menu.current, event)}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary aria-label={name} tabIndex={tabIndex} data-control={control}>
        {label}
      </summary>
      {isOpen && (
        <ul className="menu-list" onClickCapture={(event) => leaveItem(menu.current, event)}>
          {children}
        </ul>
      )}
    </details>
  )
}

/** What is chosen goes with the list: the focus is on what stays, for whoever gives it back after a dialog. */
function leaveItem(menu: HTMLDetailsElement | null, { target }: MouseEvent): void {
  if (target instanceof Element && target.closest('a, button') !== null) menu?.querySelector('summary')?.focus()
}

/** Up and down go through the items as well as Tab does. */
function moveInside(menu: HTMLDetailsElement | null, event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (menu === null || step === 0 || !menu.open) return
  const items = [...menu.querySelectorAll<HTMLElement>('a[href], button')]
  const at = items.findIndex((it) => it.matches(':focus'))
  const next = items[at < 0 && step < 0 ? items.length - 1 : (at + step + items.length) % items.length]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
