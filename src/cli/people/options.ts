/** The options of `muster people`, as typed. */
export interface PeopleOptions {
  readonly school: string
  readonly format: 'csv' | 'json'
  readonly data?: string
}
