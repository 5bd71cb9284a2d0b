import { type Clock, uuidV7 } from '../kernel/index.ts'

/** What making an id takes, handed in. */
export interface IdSource {
  readonly clock: Clock
  /** That many random bytes. */
  random(count: number): Uint8Array
}

/** A new time-sortable id (UUID version 7). */
export function newId(ids: IdSource): string {
  return uuidV7(ids.clock().getTime(), ids.random(10))
}
