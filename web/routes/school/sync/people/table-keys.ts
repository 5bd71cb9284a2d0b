/** A key as it was pressed inside the table. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** What a key does in the table (UX C8). */
export type Command =
  | { readonly kind: 'go'; readonly to: number; readonly isRange: boolean }
  | { readonly kind: 'menu' }
  | { readonly kind: 'name' }
  | { readonly kind: 'details' | 'tick' | 'tick_all' | 'match' | 'search' | 'undo' | 'redo' | 'help' | 'close' | 'import' | 'email' }
  | { readonly kind: 'act'; readonly act: 'same' | 'different' | 'leave_out' }

const PAGE_STEP = 10
const LETTERS: Readonly<Record<string, Command>> = {
  y: { kind: 'act', act: 'same' },
  n: { kind: 'act', act: 'different' },
  l: { kind: 'act', act: 'leave_out' },
  m: { kind: 'match' },
  i: { kind: 'import' },
  e: { kind: 'email' },
  '/': { kind: 'search' },
  '?': { kind: 'help' },
}

/**
 * What a key means while focus is on a row's controls; null: nothing of ours. Letters act only here, inside the table, and
 * never with Ctrl, Alt or the like (WCAG 2.1.4).
 */
export function commandOf(press: Press, { row, rows, areLettersOn }: { row: number; rows: number; areLettersOn: boolean }): Command | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press
  if (altKey) return null
  const letter = key.length === 1 ? key.toLowerCase() : key
  if (ctrlKey || metaKey) return letter === 'z' ? { kind: shiftKey ? 'redo' : 'undo' } : letter === 'a' ? { kind: 'tick_all' } : null
  const to = stepOf(key, { row, rows, areLettersOn })
  if (to !== null) return { kind: 'go', to: Math.max(0, Math.min(rows - 1, to)), isRange: shiftKey && key.startsWith('Arrow') }
  if (key === 'ArrowRight') return { kind: 'menu' }
  if (key === 'ArrowLeft') return { kind: 'name' }
  if (key === 'Enter') return { kind: 'details' }
  if (key === ' ') return { kind: 'tick' }
  if (key === 'Escape') return { kind: 'close' }
  return areLettersOn ? (LETTERS[letter] ?? null) : null
}

function stepOf(key: string, { row, rows, areLettersOn }: { row: number; rows: number; areLettersOn: boolean }): number | null {
  if (key === 'ArrowDown' || (areLettersOn && key === 'j')) return row + 1
  if (key === 'ArrowUp' || (areLettersOn && key === 'k')) return row - 1
  if (key === 'PageDown') return row + PAGE_STEP
  if (key === 'PageUp') return row - PAGE_STEP
  if (key === 'Home') return 0
  if (key === 'End') return rows - 1
  return null
}

/** The ids between two rows, both counted, in the order of the table. */
export function rangeOf(ids: readonly string[], anchor: string, to: string): readonly string[] {
  const [from, until] = [ids.indexOf(anchor), ids.indexOf(to)]
  if (from < 0 || until < 0) return until < 0 ? [] : [to]
  return ids.slice(Math.min(from, until), Math.max(from, until) + 1)
}
