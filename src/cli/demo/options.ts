/** The options of `muster demo`, as typed. */
export interface DemoOptions {
  readonly grades: 'uk' | 'us'
  readonly data?: string
}
