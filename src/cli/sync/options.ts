/** The options of `muster sync`, as typed. */
export interface SyncOptions {
  readonly source: string
  readonly school?: string
  readonly connection: string
  readonly full?: true
  readonly partial?: true
  readonly importStaff?: true
  readonly importNone?: true
  readonly map?: string
  readonly grades?: 'uk' | 'us'
  readonly acceptMayMatch?: true
  readonly dryRun?: true
  readonly json?: true
  readonly report?: string
  readonly data?: string
}
