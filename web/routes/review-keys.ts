import type { MessageKey } from '../../src/wording/index.ts'

/** One line of the list of keys: what the browser calls the keys, what they are called in words where they have a name, and what they do. */
export interface ListedKey {
  readonly presses: readonly string[]
  readonly words?: MessageKey
  readonly does: MessageKey
}

/** Every key of the review table, in the order in which they are told. `table-keys.ts` says what each does. */
export const REVIEW_KEYS: readonly ListedKey[] = [
  { presses: ['ArrowUp', 'ArrowDown', 'J', 'K'], words: 'shortcuts.keys.move', does: 'shortcuts.move' },
  { presses: ['Home', 'End', 'PageUp', 'PageDown'], words: 'shortcuts.keys.far', does: 'shortcuts.far' },
  { presses: ['Enter'], words: 'shortcuts.keys.details', does: 'shortcuts.details' },
  { presses: ['ArrowRight', 'ArrowLeft'], words: 'shortcuts.keys.menu', does: 'shortcuts.menu' },
  { presses: [' '], words: 'shortcuts.keys.tick', does: 'shortcuts.tick' },
  { presses: ['Shift+ArrowUp', 'Shift+ArrowDown'], words: 'shortcuts.keys.range', does: 'shortcuts.range' },
  { presses: ['Ctrl+A'], words: 'shortcuts.keys.tick_all', does: 'shortcuts.tick_all' },
  { presses: ['Y'], does: 'shortcuts.same' },
  { presses: ['N'], does: 'shortcuts.different' },
  { presses: ['M'], does: 'shortcuts.match' },
  { presses: ['I'], does: 'shortcuts.import' },
  { presses: ['E'], does: 'shortcuts.email' },
  { presses: ['L'], does: 'shortcuts.leave_out' },
  { presses: ['/'], does: 'shortcuts.search' },
  { presses: ['Ctrl+Z'], words: 'shortcuts.keys.undo', does: 'shortcuts.undo' },
  { presses: ['Ctrl+Shift+Z'], words: 'shortcuts.keys.redo', does: 'shortcuts.redo' },
  { presses: ['Escape'], words: 'shortcuts.keys.close', does: 'shortcuts.close' },
  { presses: ['?'], does: 'shortcuts.help' },
]
