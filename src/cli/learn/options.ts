/** The options of `muster learn`, as typed. */
export interface LearnOptions {
  readonly school: string
  readonly replay?: true
  readonly seed: string
  readonly list?: true
  readonly adopt?: string
  readonly back?: true
  readonly alias?: string
  readonly dropAlias?: string
  readonly yes?: true
  readonly json?: true
  readonly data?: string
}
