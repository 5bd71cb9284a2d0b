import type { Run } from '../run.ts'

/** What is looked for: pairs of those who are left that may reach so many bits. */
export interface Search {
  readonly run: Run
  /** Rows that are not settled. */
  readonly left: Int32Array
  readonly right: Int32Array
  readonly bitsMin: number
  /** Takes two people who may reach the bits; the same two may come twice. */
  take(left: number, right: number): void
}
