import type { Evidence } from './compare.ts'
import {
  agrees,
  BIRTH_DATE,
  CUSTOM_ID,
  EMAIL,
  isCutShort,
  isFarApart,
  isOtherForename,
  MIDDLE_NAME,
  NAME,
  NAMES,
  REGISTRATION_CLASS,
  SEX,
  UPN,
} from './comparisons/index.ts'
import { isCommonGivenName, isGivenName } from './names/index.ts'
import type { NameTable } from './people/index.ts'

export function hasNumber(evidence: Evidence): boolean {
  return hasUpn(evidence) || evidence.customId.level === CUSTOM_ID.of.same
}

export function hasUpn({ upn }: Evidence): boolean {
  return upn.level === UPN.of.same || upn.level === UPN.of.former
}

/** Bits of both names from which a namesake born on the same day of another year is not met. */
const RARE_NAME_BITS = 14

/** One wrong digit in the year, where the full name is the same and rare, and no year groups bear out that these are two. */
export function isYearSlip({ forename, surname, birthDate, nameBits, pair }: Evidence): boolean {
  const { directory, source, left, right } = pair
  if ((directory.yearGroup[left] ?? -1) >= 0 && (source.yearGroup[right] ?? -1) >= 0) return false
  const isSame = forename.level === NAME.of.exact && surname.level === NAME.of.exact
  return isSame && birthDate.level === BIRTH_DATE.of.one_digit && nameBits >= RARE_NAME_BITS
}

export function agreesOn(box: 'forename' | 'surname', evidence: Evidence): boolean {
  if (evidence.names.level === NAMES.of.one_in_other_box) return box === 'forename'
  return evidence.areNamesSwapped || agrees(evidence[box], evidence.pair.names)
}

export function isForenameExact({ forename, areNamesSwapped }: Evidence): boolean {
  return areNamesSwapped || forename.level === NAME.of.exact
}

/** The same name and birth date, by any of their names. */
export function isExact({ forename, surname, birthDate }: Evidence): boolean {
  return forename.level === NAME.of.exact && surname.level === NAME.of.exact && birthDate.level === BIRTH_DATE.of.exact
}

/** The forenames speak for two people; or the sexes do, and the forenames are not the same. */
export function isOtherChild(evidence: Evidence): boolean {
  const { forename, sex, areNamesSwapped, pair } = evidence
  if (areNamesSwapped) return false
  if (forename.level === 0) return !hasNumber(evidence)
  if (isByOtherName(evidence)) return true
  if (forename.level === NAME.of.initial && !isMiddleSame(evidence) && !hasNumber(evidence) && !isClassSame(evidence)) return true
  if (
    !isMiddleSame(evidence) &&
    forename.level === NAME.of.resembling &&
    areGivenNames(evidence) &&
    !isCutShort(pair.names.nameOf(forename.left), pair.names.nameOf(forename.right))
  )
    return true
  if (sex.level === SEX.of.different && !isForenameExact(evidence)) return true
  return isOtherForename(forename, pair.names) && !(isMiddleSame(evidence) && forename.level === NAME.of.resembling)
}

/** A nickname or a slip of the name somebody is known by, while the names of the register have nothing in common. */
function isByOtherName({ forename, pair }: Evidence): boolean {
  const { names, directory, source, left, right } = pair
  const [legal, other] = [directory.firstName[left] ?? -1, source.firstName[right] ?? -1]
  if (forename.level === NAME.of.exact || legal < 0 || other < 0) return false
  const isLegal = names.textOf(forename.left) === names.textOf(legal) && names.textOf(forename.right) === names.textOf(other)
  return !isLegal && forename.level !== NAME.of.middle_as_first
}

/** The names are swapped, and one of them is another child's name on the other side (Mia Aziz, Aziz Mya). */
export function isSwappedLookalike({ names, pair }: Evidence): boolean {
  if (names.left < 0 || names.left === names.right || names.level !== NAMES.of.swapped) return false
  const [left, right] = [pair.names.nameOf(names.left), pair.names.nameOf(names.right)]
  return left.code !== right.code && isGivenName(left.text) && isGivenName(right.text)
}

/** The whole address, or all before the @. */
function isMailNear({ email }: Evidence): boolean {
  return email.level === EMAIL.of.same || email.level === EMAIL.of.same_local_part
}

function isClassSame({ registrationClass }: Evidence): boolean {
  return registrationClass.level === REGISTRATION_CLASS.of.same
}

/** Two classes of one year group, as twins often have. */
export function isInOtherClass({ registrationClass, pair }: Evidence): boolean {
  const { directory, source, left, right } = pair
  const group = directory.yearGroup[left] ?? -1
  return registrationClass.level === REGISTRATION_CLASS.of.different && group >= 0 && group === source.yearGroup[right]
}

/** Short form and long form that are each among the commonest names (Harry and Henry, Ella and Ellie): twins may be called so. */
export function areBothCommon({ forename, pair }: Evidence): boolean {
  return [forename.left, forename.right].every((it) => isCommonGivenName(pair.names.nameOf(it).text))
}

/** Two names that children are given (Tim, Tom) are no slip of one another. */
export function areGivenNames({ forename, pair }: Evidence): boolean {
  const [left, right] = [pair.names.nameOf(forename.left), pair.names.nameOf(forename.right)]
  return isGivenName(left.text) && isGivenName(right.text)
}

/** A forename that is not the same but may well be one: a slip, a short form, another spelling. */
export function isForenameNear({ forename, pair }: Evidence): boolean {
  return forename.level !== 0 && !isOtherForename(forename, pair.names)
}

/** Two spellings of one name for certain: a twin is called something else, and would stand as a rival. */
export function isOneName({ forename }: Evidence): boolean {
  const { similar, nickname, spelling, alias } = NAME.of
  return [similar, nickname, spelling, alias].includes(forename.level)
}

export function isMiddleSame({ middleName }: Evidence): boolean {
  return middleName.level === MIDDLE_NAME.of.same
}

/**
 * Another surname, as after a marriage or an adoption, and all else as it was: forename and birth date (but for a slip), and a
 * class, a middle name or an address besides; where the middle name agrees too, a slip in the forename or no birth date is
 * no doubt. Two children who share all of that and came and went in one year are not met.
 */
export function isNewSurname(evidence: Evidence): boolean {
  const { forename, birthDate, sex } = evidence
  if (sex.level === SEX.of.different || evidence.areNamesSwapped) return false
  const [isClass, isMiddle] = [isClassSame(evidence), isMiddleSame(evidence)]
  if (forename.level === NAME.of.exact && isMiddle && isClass) return !isFarApart(birthDate)
  if (birthDate.bits <= 0) return false
  if (forename.level === NAME.of.exact) return isSupported(evidence)
  return isMiddle && isClass && isForenameNear(evidence)
}

/**
 * The middle names differ, or one stands as first name on the other side, and each has a name left over that the other lacks
 * ("Mia Olivia" and "Jasmine Mia"): two sisters may be called so.
 */
export function hasOddName({ forename, middleName, pair }: Evidence): boolean {
  if (forename.level !== NAME.of.middle_as_first && middleName.level !== MIDDLE_NAME.of.different) return false
  const { names, directory, source, left, right } = pair
  const ours = wordsOf(names, [directory.firstName[left], directory.middleName[left]])
  const theirs = wordsOf(names, [source.firstName[right], source.middleName[right]])
  return ours.some((word) => !theirs.includes(word)) && theirs.some((word) => !ours.includes(word))
}

function wordsOf(names: NameTable, spellings: readonly (number | undefined)[]): readonly string[] {
  return spellings.flatMap((it) => (it === undefined || it < 0 ? [] : names.nameOf(it).words))
}

/** A second witness besides the names, needed without birth dates: an e-mail address, the registration class or the middle name. */
export function isSupported(evidence: Evidence): boolean {
  return isMailNear(evidence) || isClassSame(evidence) || isMiddleSame(evidence)
}
