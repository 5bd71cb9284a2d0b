import type { RunDetails } from '../../../../src/contract/index.ts'

/** What is written so far, by kind. */
export type Written = NonNullable<NonNullable<RunDetails['progress']>['written']>

/** All kinds together. */
export function sumOf(written: Written): { readonly done: number; readonly of: number } {
  return written.reduce((sum, it) => ({ done: sum.done + it.done, of: sum.of + it.of }), { done: 0, of: 0 })
}

/** How many quarters are done, which is as often as it is worth saying aloud: 0 to 4. */
export function quarterOf({ done, of }: { readonly done: number; readonly of: number }): number {
  return of === 0 ? 0 : Math.floor((done / of) * 4)
}

/** Whether a kind is done, is being written, or waits for those before it. */
export function markOf(written: Written, place: number): 'done' | 'now' | 'waiting' {
  const isDone = (at: number): boolean => (written[at]?.done ?? 0) >= (written[at]?.of ?? 0)
  if (isDone(place)) return 'done'
  return written.slice(0, place).every((_, at) => isDone(at)) ? 'now' : 'waiting'
}
