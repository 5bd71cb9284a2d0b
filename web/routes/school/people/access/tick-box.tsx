import type { KeyboardEvent, MouseEvent } from 'react'
import { useSay } from '../../../../words.tsx'
import type { Ticks } from '../../sync/people/use-ticks.ts'

/** Where the ticks of a list are, and how its keys move among them. */
export interface TickColumn {
  readonly ticks: Ticks
  /** The ids of the page, in order. */
  readonly ids: readonly string[]
  /** The one that Tab stops at. */
  readonly at: number
  goTo(place: number): void
}

/**
 * The tick of one row. The column is one stop of Tab: arrows, Home and End move, with Shift they tick what they pass, Ctrl+A ticks
 * the page, Escape unticks all. A click with Shift ticks everything since the last.
 */
export function TickBox({ id, name, column }: { readonly id: string; readonly name: string; readonly column: TickColumn }) {
  const say = useSay()
  const { ticks, ids, at, goTo } = column
  const place = ids.indexOf(id)
  const onClick = (event: MouseEvent): void => {
    goTo(place)
    if (event.shiftKey) ticks.extend(place)
    else ticks.toggle(place)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const to = stepFrom(event.key, { place, last: ids.length - 1 })
    if (to !== null) {
      if (event.shiftKey) ticks.extend(to)
      goTo(to)
      event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('input[name="tick"]')[to]?.focus()
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') ticks.toggleAll()
    else if (event.key === 'Escape') ticks.clear()
    else return
    event.preventDefault()
  }
  return (
    <input
      type="checkbox"
      name="tick"
      aria-label={say('access.select_name', { name })}
      tabIndex={place === Math.min(at, ids.length - 1) ? 0 : -1}
      checked={ticks.ticked.has(id)}
      onChange={() => undefined}
      onClick={onClick}
      onKeyDown={onKeyDown}
    />
  )
}

function stepFrom(key: string, { place, last }: { readonly place: number; readonly last: number }): number | null {
  if (key === 'ArrowDown') return Math.min(last, place + 1)
  if (key === 'ArrowUp') return Math.max(0, place - 1)
  if (key === 'Home') return 0
  return key === 'End' ? last : null
}
