/** What the caller, a retry loop and a person should do about a problem. Decided in its row, once, not at each throw. */
export type Recovery = 'fix-input' | 'retry-later' | 'skip-record' | 'stop-run'

/** One row of the table of all problems. */
export interface Definition {
  /** HTTP status where the problem is the whole answer. */
  readonly status: number
  readonly recovery: Recovery
  /** Terms such as `{pupils}` stand in title and cure: every school reads its own words. */
  readonly title: string
  /** What to do, in plain words; other `{placeholders}` are filled from the problem's params. */
  readonly cure: string
}
