import { open } from 'node:fs/promises'
import type { SharePairs } from './shares.ts'

/** So much text is written at a time. */
const WRITE_BYTES = 1024 * 1024
const HEADER = ['directory_id', 'source_id', 'status', 'probability', 'bits', 'reasons']

/** How many pairs were written. */
export interface Written {
  readonly matched: number
  readonly mayMatch: number
}

interface Output {
  readonly path: string
  /** Each pair has a seventh cell, which says why in words. */
  readonly isExplained: boolean
}

/** Writes pairs as they come; null when it was stopped, which leaves an empty file. */
export async function writePairs(pairs: AsyncIterable<SharePairs>, out: Output, stopped: AbortSignal): Promise<Written | null> {
  const file = await open(out.path, 'w')
  const header = out.isExplained ? [...HEADER, 'explanation'] : HEADER
  let [matched, mayMatch, waiting] = [0, 0, 0]
  let texts: Uint8Array[] = [Buffer.from(`${header.join(',')}\n`)]
  const write = async (): Promise<void> => {
    await file.appendFile(Buffer.concat(texts))
    texts = []
    waiting = 0
  }
  try {
    for await (const share of pairs) {
      if (stopped.aborted) {
        await file.truncate(0)
        return null
      }
      matched += share.matched
      mayMatch += share.mayMatch
      texts.push(share.text)
      waiting += share.text.length
      if (waiting >= WRITE_BYTES) await write()
    }
    await write()
    return { matched, mayMatch }
  } finally {
    await file.close()
  }
}
