/** Records of one person: which of them is kept, and whose value it takes where not its own. */
export interface Merge {
  readonly keep: string
  /** At least one, of the same kind. */
  readonly others: readonly string[]
  /** By field, the id of the record whose value is taken. A field that the source owns stays as the source says. */
  readonly take?: Readonly<Record<string, string>>
}
