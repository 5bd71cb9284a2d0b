import { startTransition, useEffect, useState } from 'react'

/** As many as fit on the screen of a laptop, with some to spare. */
const FIRST_ROWS = 16

/**
 * How many rows to draw: when a table comes up those that are in sight, and a moment later all of them. A hundred rows take a slow
 * machine several times as long as these, and nobody reads before the first is there.
 */
export function useFirstRows(rows: number, isWholeAtOnce: boolean): number {
  const [isWhole, setWhole] = useState(isWholeAtOnce)
  useEffect(() => startTransition(() => setWhole(true)), [])
  return isWhole ? rows : Math.min(rows, FIRST_ROWS)
}
