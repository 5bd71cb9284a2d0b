import type { ReadSink } from '../connector.ts'
import type { ClassDesk, PersonDesk, SchoolBook } from '../reading/index.ts'

/** What all the steps of one reading of v1 work on. */
export interface V1Reading {
  readonly sink: ReadSink
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string
  /** A birth date as the column of them writes it: month first, unless its values show otherwise. */
  dateOf(text: string): string | null
  readonly schools: SchoolBook
  readonly people: PersonDesk
  readonly classes: ClassDesk
}
