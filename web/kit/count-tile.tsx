import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'

/** Tiles in a row, as wide as there is room. */
export function CountTiles({ children }: { readonly children: ReactNode }) {
  return <ul className="tiles">{children}</ul>
}

/** One number of the school with what it counts, which may be a link to those counted. */
export function CountTile({
  label,
  count,
  note,
}: {
  readonly label: ReactNode
  readonly count: number
  readonly note?: string | undefined
}) {
  const say = useSay()
  return (
    <li className="tile">
      <span className="tile-label">{label}</span>
      <span className="tile-number">{say.number(count)}</span>
      {note !== undefined && <span className="muted">{note}</span>}
    </li>
  )
}
