import { useState } from 'react'
import { rangeOf } from './table-keys.ts'

/** The rows that are selected, and how that changes. */
export interface Ticks {
  readonly ticked: ReadonlySet<string>
  readonly areAllTicked: boolean
  toggle(place: number): void
  /** Everything between the row ticked last and this one. */
  extend(place: number): void
  toggleAll(): void
  /** Exactly these, which may stand on other pages. */
  choose(ids: readonly string[]): void
  clear(): void
}

const NONE: ReadonlySet<string> = new Set()

/**
 * Selected rows; with another list nothing is selected.
 *
 * @param ids of the rows of the page, in their order
 */
export function useTicks(ids: readonly string[], listKey: string | undefined): Ticks {
  const [state, setState] = useState({ listKey, ticked: NONE, anchor: '' })
  const { ticked, anchor } = state.listKey === listKey ? state : { ticked: NONE, anchor: '' }
  const become = (next: ReadonlySet<string>, from: string): void => setState({ listKey, ticked: next, anchor: from })
  const areAllTicked = ids.length > 0 && ids.every((id) => ticked.has(id))
  return {
    ticked,
    areAllTicked,
    toggle: (place) => {
      const id = ids[place]
      if (id === undefined) return
      const next = new Set(ticked)
      if (!next.delete(id)) next.add(id)
      become(next, id)
    },
    extend: (place) => {
      const to = ids[place]
      if (to !== undefined) become(new Set([...ticked, ...rangeOf(ids, anchor, to)]), ids.includes(anchor) ? anchor : to)
    },
    toggleAll: () => become(areAllTicked ? NONE : new Set(ids), anchor),
    choose: (chosen) => become(new Set(chosen), anchor),
    clear: () => become(NONE, anchor),
  }
}
