import type { ProblemCode } from '../../kernel/index.ts'
import { OPEN, type RunState } from '../../runs/index.ts'
import type { NotedLink, NotedRow, NotedWord, Word } from './missing.store.ts'

/** Everything that is known about one person of a source who is not here. */
export interface Known {
  /** When the MIS no longer named them. */
  readonly goneAt: Date | null
  /** Why the read leaves them out. */
  readonly leftOut: ProblemCode | null
  readonly isInScope: boolean
  readonly links: readonly NotedLink[]
  readonly words: readonly NotedWord[]
  readonly row: NotedRow | undefined
}

/** Why somebody is not here: a code, who said so where somebody did, and the open run in which it can be changed. */
export interface Reason {
  readonly code: string
  readonly said: Word | null
  readonly run: string | null
}

/**
 * Why a person of the source has no record here; null: they have one. What no decision could change comes first: a row that
 * cannot be synced, then what people said, then what the school chose, then what waits.
 */
export function reasonOf({ goneAt, leftOut, isInScope, links, words, row }: Known): Reason | null {
  // who is managed by hand has their record here (D3)
  if (links.some((it) => it.endReason === null || it.endReason === 'by_hand')) return null
  const last = (...kinds: readonly NotedWord['said'][]): NotedWord | undefined => words.filter((it) => kinds.includes(it.said)).at(-1)
  if (goneAt !== null) return links.length > 0 ? null : plain('gone')
  if (leftOut !== null) return plain(`left_out.${leftOut}`)
  const importing = last('import', 'leave_out', 'never_import')
  if (importing?.said === 'never_import' || importing?.said === 'leave_out') return { ...plain(importing.said), said: importing }
  if (!isInScope) return plain('out_of_scope')
  if (row === undefined) return plain('not_looked_at')
  const run = isGoingOn(row.state) ? row.run : null
  if (run !== null && row.needsDecision) return { ...plain('needs_decision'), run }
  if (run !== null && row.willImport) return { ...plain('in_open_run'), run }
  if (row.state === 'discarded' || row.state === 'failed' || row.state === 'undone') return plain(`run_${row.state}`)
  if (row.status === 'may_match') return { ...plain('left_undecided'), run }
  const veto = last('veto')
  return veto === undefined ? { ...plain('not_ticked'), run } : { code: 'vetoed', said: veto, run }
}

function isGoingOn(state: RunState): boolean {
  return state === 'held' || OPEN.includes(state)
}

function plain(code: string): Reason {
  return { code, said: null, run: null }
}
