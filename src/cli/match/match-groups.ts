import { open } from 'node:fs/promises'
import { ColumnMatcher, type Sides } from '../../matching/index.ts'
import { HEADER, PairLines } from './pair-lines.ts'
import { groupSides } from './school-groups.ts'

/** So much text is written at a time. */
const WRITE_BYTES = 1024 * 1024

export interface Matched {
  readonly matched: number
  readonly mayMatch: number
}

/** Matches one group after the other and writes their pairs; null when it was stopped, which leaves an empty file. */
export async function matchGroups(read: Sides, out: string, stopped: AbortSignal): Promise<Matched | null> {
  const file = await open(out, 'w')
  try {
    const { sides, groups } = groupSides(read)
    const lines = new PairLines(sides)
    const matcher = new ColumnMatcher(sides)
    lines.text.add(`${HEADER.join(',')}\n`)
    for (const { kind, group } of groups) {
      if (stopped.aborted) {
        await file.truncate(0)
        return null
      }
      lines.add(matcher.match(kind, group))
      if (lines.text.length >= WRITE_BYTES) await file.appendFile(lines.text.take())
    }
    await file.appendFile(lines.text.take())
    return lines
  } finally {
    await file.close()
  }
}
