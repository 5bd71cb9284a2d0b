/** The options of `muster history`, as typed. */
export interface HistoryOptions {
  readonly school?: string
  readonly limit: string
  readonly json?: true
  readonly data?: string
}

/** The options of `muster undo`, `approve` and `discard`, as typed. */
export interface RunOptions {
  readonly plan?: string
  readonly dryRun?: true
  readonly json?: true
  readonly data?: string
}
