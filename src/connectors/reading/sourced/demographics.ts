import { problem } from '../../../kernel/index.ts'
import type { Place } from '../../connector.ts'
import { DEMOGRAPHICS_COLUMNS } from './columns.ts'
import { readSourcedFile, type SourcedReading } from './sourced-reading.ts'

/** Birth dates and sexes by user (`demographics.csv`), as spelt. */
export interface Demographics {
  readonly hasBirthDates: boolean
  readonly hasSexes: boolean
  /** True when a person without a row is known to have no details; false when rows may be missing. */
  readonly isWhole: boolean
  readonly byUser: ReadonlyMap<string, DemographicsEntry>
}

export interface DemographicsEntry {
  readonly birthDate: string | null
  readonly sex: string | null
  readonly place: Place
}

export async function readDemographics(reading: SourcedReading): Promise<Demographics> {
  const byUser = new Map<string, DemographicsEntry>()
  const has = { hasBirthDates: false, hasSexes: false }
  const { sink } = reading
  const tally = await readSourcedFile({
    reading,
    file: 'demographics',
    columns: DEMOGRAPHICS_COLUMNS,
    start(table) {
      has.hasBirthDates = table.has('birthDate')
      has.hasSexes = table.has('sex')
      return {
        row(row, hasEnded) {
          const place = table.placeOf(row)
          const user = table.value(row, 'user')
          if (user === null) return sink.otherRejected(null, table.file, problem('person.details_without_person', place), null)
          if (hasEnded || byUser.has(user)) return sink.otherRow(table.file, 'leftOut')
          byUser.set(user, { birthDate: table.value(row, 'birthDate'), sex: table.value(row, 'sex'), place })
        },
        broken: (broken) => sink.otherRejected(null, table.file, broken, null),
      }
    },
  })
  const isWhole = tally.state === 'read' && !tally.hasBroken && tally.ended === 0 && !reading.format.isDelta('demographics')
  return { ...has, isWhole, byUser }
}

/** Tells the rows of details once it is known who is in the package. */
export function settleDemographics(reading: SourcedReading, { byUser, isWhole }: Demographics, met: ReadonlySet<string>): void {
  const mayNameOthers = !isWhole || reading.format.isDelta('users')
  for (const [user, { place }] of byUser) {
    if (met.has(user) || mayNameOthers) reading.sink.otherRow(place.file, met.has(user) ? 'used' : 'leftOut')
    else {
      const withoutPerson = problem('person.details_without_person', { ...place, value: user })
      reading.sink.otherRejected(null, place.file, withoutPerson, null)
    }
  }
}
