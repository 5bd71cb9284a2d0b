import {
  type BirthDateFinding,
  compareBirthDates,
  compareCustomIds,
  compareEmails,
  compareForenames,
  compareMiddleNames,
  compareRegistrationClasses,
  compareSex,
  compareSurnames,
  compareSwapped,
  compareUpns,
  compareYearGroups,
  type EmailFinding,
  type Finding,
  type IdFinding,
  isOtherForename,
  type MiddleNameFinding,
  type NameFinding,
  reasonOf,
  type UpnFinding,
} from './comparisons/index.ts'
import type { Model } from './model.ts'
import type { Person } from './prepare.ts'
import type { MatchReason } from './types.ts'

/** All that was found out about one pair, field by field, for the guards and for the reader. */
export interface Evidence {
  readonly directory: Person
  readonly source: Person
  /** Sum of the bits of the reasons, in their order. */
  readonly bits: number
  readonly reasons: readonly MatchReason[]
  readonly areNamesSwapped: boolean
  /** What the names say together. */
  readonly nameBits: number
  readonly forename: NameFinding | null
  readonly surname: NameFinding | null
  readonly middleName: MiddleNameFinding | null
  readonly birthDate: BirthDateFinding | null
  readonly upn: UpnFinding | null
  readonly customId: IdFinding | null
  readonly email: EmailFinding | null
  readonly sex: Finding<'same' | 'different'> | null
  readonly registrationClass: Finding<'same' | 'different'> | null
}

/** Compares two records field by field. Fields that depend on each other are one comparison (MATCHING.md 2). */
export function compare(model: Model, directory: Person, source: Person): Evidence {
  const forename = compareForenames(model, directory, source)
  const surname = compareSurnames(model, directory, source)
  const birthDate = compareBirthDates(model, directory, source)
  const anyEmail = compareEmails(model, directory, source)
  const email = model.isPupil && isFamilyAddress(anyEmail, forename) ? null : anyEmail
  const middleName = forename?.level === 'middle_as_first' ? null : compareMiddleNames(model, directory, source)
  const registrationClass = compareRegistrationClasses(model, directory, source)
  const isStraight = forename?.level === 'exact' && surname?.level === 'exact'
  const swap = isStraight ? null : compareSwapped(model, directory, source)
  const areNamesSwapped = swap !== null && swap.bits > (forename?.bits ?? 0) + (surname?.bits ?? 0)
  const nameBits = areNamesSwapped ? swap.bits : (forename?.bits ?? 0) + (surname?.bits ?? 0)
  const isTwin = !areNamesSwapped && isTwinPattern(forename, surname, birthDate)
  const isCrossed = isTwin && isOtherForename(forename)
  const upn = weakened(compareUpns(model, directory, source), isCrossed, model)
  const customId = weakened(compareCustomIds(model, directory, source), isCrossed, model)
  const sex = compareSex(model, directory, source)
  const parts: readonly (readonly [area: string, finding: Finding<string> | null])[] = [
    ['upn', upn],
    ['custom_id', customId],
    ['names', areNamesSwapped ? swap : null],
    ['forename', areNamesSwapped ? null : forename],
    ['surname', areNamesSwapped ? null : surname],
    ['birth_date', birthDate],
    ['twin', isTwin && model.weights.twinBits !== 0 ? { level: 'other_forename', bits: model.weights.twinBits, params: {} } : null],
    ['middle_name', middleName],
    ['sex', sex],
    ['email', email],
    ['registration_class', registrationClass],
    ['year_group', compareYearGroups(model, directory, source)],
  ]
  const reasons = parts.flatMap(([area, finding]) => (finding === null ? [] : [reasonOf(area, finding)]))
  const bits = reasons.reduce((sum, reason) => sum + reason.bits, 0)
  return {
    directory,
    source,
    bits,
    reasons,
    areNamesSwapped,
    nameBits,
    forename,
    surname,
    middleName,
    birthDate,
    upn,
    customId,
    email,
    sex,
    registrationClass,
  }
}

/** A family's address stands on each of its children: for pupils it counts only where the forename does not speak against it. */
function isFamilyAddress(email: EmailFinding | null, forename: NameFinding | null): boolean {
  return email !== null && email.level !== 'different' && (forename === null || forename.bits < 0)
}

/** Surname and birth date agree and the forename does not: two children of one birth are likelier than chance says. */
function isTwinPattern(forename: NameFinding | null, surname: NameFinding | null, birthDate: BirthDateFinding | null): boolean {
  const isOtherForename = forename?.level === 'different' || forename?.level === 'resembling'
  return isOtherForename && birthDate?.level === 'exact' && (surname?.level === 'exact' || surname?.level === 'similar')
}

/** The numbers of two children of one birth are easily crossed, so between them a number is worth what an unchecked one is. */
function weakened<Level extends string>(finding: Finding<Level> | null, isCrossed: boolean, model: Model): Finding<Level> | null {
  return finding && isCrossed ? { ...finding, bits: Math.min(finding.bits, model.weights.upnBits.weak) } : finding
}
