import type { PersonKind } from './person.ts'

/** A record of a source that stood for somebody. */
export interface TracedSource {
  readonly connection: string
  readonly kind: PersonKind
  readonly id: string
}

/** What somebody is known by in every table, so that whoever keeps something of them finds it. */
export interface Traces {
  /** Their own id, and those of records that were merged into theirs. */
  readonly people: readonly string[]
  readonly sources: readonly TracedSource[]
  /** The sources as text, `connection kind id`. */
  readonly sourceKeys: readonly string[]
  /** What tells them from others wherever it stands: full names, numbers, addresses, usernames. */
  readonly texts: readonly string[]
  /** Their e-mail addresses, folded. */
  readonly emails: readonly string[]
}

/** The values of somebody, field by field, as they are and as they were. */
export type TracedValues = Readonly<Record<string, unknown>>

const SHORTEST = 4
const TELLING = ['upn', 'formerUpn', 'customId', 'email', 'username', 'lastName', 'knownAsLastName'] as const
const NAMES = [
  ['firstName', 'lastName'],
  ['knownAsFirstName', 'lastName'],
  ['firstName', 'knownAsLastName'],
  ['knownAsFirstName', 'knownAsLastName'],
] as const

/** The texts that tell somebody from others; what is shorter than four characters would be found in anything. */
export function tellingTexts(values: readonly TracedValues[]): readonly string[] {
  const of = (field: string): readonly string[] =>
    values.flatMap((it) => {
      const value = it[field]
      return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []
    })
  const names = NAMES.flatMap(([first, last]) => of(first).flatMap((one) => of(last).map((other) => `${one} ${other}`)))
  return [...new Set([...TELLING.flatMap(of), ...names])].filter((it) => it.length >= SHORTEST).sort()
}
