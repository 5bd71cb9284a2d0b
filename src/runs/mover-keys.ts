import type { MatchRecord } from '../matching/index.ts'

/** What people are looked for by in another school, each value once. */
export interface MoverKeys {
  readonly upns: string[]
  /** In lower case. */
  readonly emails: string[]
  /** `YYYY-MM-DD`, also with day and month in each other's place. */
  readonly birthDates: string[]
  readonly birthYears: string[]
  /** Surnames, and forenames that may stand in the surname's box; in lower case. */
  readonly names: string[]
}

/** The keys of all of these people together. */
export function moverKeys(people: readonly MatchRecord[]): MoverKeys {
  const births = people.flatMap((it) => (it.birthDate === null ? [] : [it.birthDate]))
  return {
    upns: distinct(people.flatMap((it) => [it.upn, it.formerUpn])),
    emails: distinct(people.map((it) => it.email?.trim().toLowerCase())),
    birthDates: distinct(births.flatMap((it) => [it, it.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$1-$3-$2')])),
    birthYears: distinct(births.map((it) => it.slice(0, 4))),
    names: distinct(people.flatMap((it) => [it.lastName, it.knownAsLastName, it.firstName]).map((it) => it?.trim().toLowerCase())),
  }
}

function distinct(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.flatMap((it) => (it ? [it] : [])))]
}
