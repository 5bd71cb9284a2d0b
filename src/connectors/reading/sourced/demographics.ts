import { problem } from '../../../kernel/index.ts'
import type { Place } from '../../connector.ts'
import { type DateOrder, dateOrderOf, noDateEvidence, readBirthDate, weighDate } from '../dates.ts'
import { birthDateIn, sexIn } from '../details.ts'
import type { FieldsRead } from '../person-desk.ts'
import { DEMOGRAPHICS_COLUMNS } from './columns.ts'
import { readSourcedFile, type SourcedReading } from './sourced-reading.ts'

/** Birth dates and sexes by user (`demographics.csv`), as spelt. */
export interface Demographics {
  readonly hasBirthDates: boolean
  readonly hasSexes: boolean
  /** How the column writes dates like 25/12/2017, where its values show it; null where nothing does. */
  readonly order: DateOrder | null
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
  return { ...has, order: orderShownBy(byUser.values()), isWhole, byUser }
}

function orderShownBy(entries: Iterable<DemographicsEntry>): DateOrder | null {
  const evidence = noDateEvidence()
  for (const { birthDate } of entries) if (birthDate !== null) weighDate(evidence, birthDate)
  return evidence.dayFirst === evidence.monthFirst ? null : dateOrderOf(evidence, true).order
}

/**
 * Tells the rows of details once it is known who is in the package; those of others change people sent earlier where the
 * package holds changes. Resolves to how many are of nobody.
 */
export function settleDemographics(reading: SourcedReading, demographics: Demographics, met: ReadonlySet<string>): number {
  const { sink, format } = reading
  const holdsChanges = format.isDelta('users') || format.isDelta('demographics')
  let ofNobody = 0
  for (const [user, { place }] of demographics.byUser) {
    if (met.has(user)) sink.otherRow(place.file, 'used')
    else if (holdsChanges) {
      const { fields, warnings } = detailsOf(demographics, user, reading)
      sink.changed(null, { sourceId: user, fields: { pupil: fields, staff: fields } }, place, false)
      for (const warning of warnings) sink.warning(null, warning)
    } else if (!demographics.isWhole) sink.otherRow(place.file, 'leftOut')
    else {
      ofNobody += 1
      sink.otherRejected(null, place.file, problem('person.details_without_person', { ...place, value: user }), null)
    }
  }
  return ofNobody
}

/** Birth date and sex of a user, as far as the file has columns for them. */
export function detailsOf(
  { byUser, hasBirthDates, hasSexes, order }: Demographics,
  user: string,
  { format, today }: Pick<SourcedReading, 'format' | 'today'>,
): FieldsRead {
  const details = byUser.get(user)
  const place = details?.place ?? { file: '', line: 0 }
  const now = new Date(`${today}T00:00:00Z`)
  const dateOf = (text: string) => (order === null ? null : readBirthDate(text, order, now)) ?? format.dateOf(text)
  const birthDate = birthDateIn({ text: details?.birthDate ?? null, place, column: 'birthDate' }, dateOf, today)
  const sex = sexIn({ text: details?.sex ?? null, place, column: 'sex' })
  return {
    fields: { ...(hasBirthDates && { birthDate: birthDate.value }), ...(hasSexes && { sex: sex.value }) },
    warnings: [...(hasBirthDates ? birthDate.warnings : []), ...(hasSexes ? sex.warnings : [])],
  }
}
