/** Which rows are ticked, and where the last tick was set: Shift goes on from there. */
export interface Ticks {
  readonly ids: ReadonlySet<string>
  readonly last: string | null
}

/** Nothing is ticked. */
export const NO_TICKS: Ticks = { ids: new Set(), last: null }

/** Ticks or unticks one row; with Shift, every row from the last one to it as that row becomes (S-71). */
export function tick(ticks: Ticks, id: string, { rows, isRange }: { readonly rows: readonly string[]; readonly isRange: boolean }): Ticks {
  const isOn = !ticks.ids.has(id)
  const from = isRange && ticks.last !== null ? rows.indexOf(ticks.last) : -1
  const to = rows.indexOf(id)
  const meant = from === -1 || to === -1 ? [id] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  const ids = new Set(ticks.ids)
  for (const it of meant) {
    if (isOn) ids.add(it)
    else ids.delete(it)
  }
  return { ids, last: id }
}
