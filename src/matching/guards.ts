import type { Evidence } from './compare.ts'
import {
  agrees,
  BIRTH_DATE,
  CUSTOM_ID,
  EMAIL,
  isCutShort,
  isFarApart,
  isOtherForename,
  isTwoBirthYears,
  isTypingSlip,
  MIDDLE_NAME,
  NAME,
  NAMES,
  REGISTRATION_CLASS,
  SEX,
  sharedUpn,
  UPN,
} from './comparisons/index.ts'
import type { Model } from './model/index.ts'
import { isGivenName } from './names/index.ts'
import type { NameTable } from './people/index.ts'
import type { Rivals } from './rivals.ts'

/** Why a pair that scores as certain is left to a person, in the order in which they are shown. */
const GUARDS = [
  'guard.upn_conflict',
  'guard.upn_elsewhere',
  'guard.exact_rival',
  'guard.twin',
  'guard.other_forename',
  'guard.lookalike',
  'guard.only_forename',
  'guard.names_differ',
  'guard.same_names',
  'guard.birth_dates_apart',
  'guard.middle_names_differ',
  'guard.only_names',
  'guard.duplicate',
] as const

export type Guard = (typeof GUARDS)[number] | 'guard.rival'

/** In names of so few letters most are one letter apart. */
const SHORT_NAME = 3

/** Says which guards a pair trips, from its evidence and from everybody in its group, whether settled or not. */
export class Guards {
  private readonly model: Model
  private readonly rivals: Rivals

  constructor(model: Model, rivals: Rivals) {
    this.model = model
    this.rivals = rivals
  }

  of(evidence: Evidence): Guard[] {
    return GUARDS.filter((guard) => this.tests[guard](evidence))
  }

  /**
   * Most pairs of the exact pass: same names, birth date and sex, nothing known-as, no two UPNs. They can trip no guard, so
   * that nobody around them has to be looked at.
   */
  areSurelyNone({ pair, forename, surname, birthDate, upn, sex, middleName }: Evidence): boolean {
    const { directory, source, left, right } = pair
    if (forename.level !== NAME.of.exact || surname.level !== NAME.of.exact || birthDate.level !== BIRTH_DATE.of.exact) return false
    if (sex.level === SEX.of.different || middleName.level === MIDDLE_NAME.of.different) return false
    const hasUpn = (directory.upn[left] ?? -1) >= 0 || (source.upn[right] ?? -1) >= 0 || (directory.formerUpn[left] ?? -1) >= 0
    if ((hasUpn || (source.formerUpn[right] ?? -1) >= 0) && upn.level !== UPN.of.same) return false
    const hasKnownAs = (directory.knownFirstName[left] ?? -1) >= 0 || (source.knownFirstName[right] ?? -1) >= 0
    return !hasKnownAs && (directory.knownLastName[left] ?? -1) < 0 && (source.knownLastName[right] ?? -1) < 0
  }

  private readonly tests: Readonly<Record<(typeof GUARDS)[number], (evidence: Evidence) => boolean>> = {
    'guard.upn_conflict': ({ upn }) => upn.level === UPN.of.conflict,
    'guard.upn_elsewhere': ({ pair }) => sharedUpn(pair) < 0 && this.rivals.isUpnElsewhere(pair),
    'guard.exact_rival': (it) => (!isExact(it) || it.sex.level === SEX.of.different) && this.rivals.hasExactRival(it.pair),
    'guard.twin': (it) => !isForenameExact(it) && !isOneName(it) && this.rivals.hasTwin(it.pair, isForenameNear(it)),
    'guard.other_forename': (it) => isOtherChild(it),
    'guard.lookalike': (it) => !this.hasIdentifier(it) && !isMiddleSame(it) && this.areLookalikes(it),
    'guard.only_forename': (it) => !this.hasIdentifier(it) && !agreesOn('surname', it) && !isNewSurname(it),
    'guard.names_differ': (it) => this.hasIdentifier(it) && !agreesOn('forename', it) && !agreesOn('surname', it),
    'guard.same_names': (it) => !this.hasIdentifier(it) && it.birthDate.level !== BIRTH_DATE.of.exact && this.rivals.hasNamesake(it.pair),
    'guard.birth_dates_apart': (it) =>
      (isFarApart(it.birthDate) || isTwoBirthYears(it.pair)) && !(hasNumber(it) && agreesOn('forename', it) && agreesOn('surname', it)),
    'guard.middle_names_differ': (it) => !hasNumber(it) && hasOddName(it),
    'guard.only_names': (it) => it.birthDate.level === 0 && !this.hasIdentifier(it) && !isSupported(it),
    'guard.duplicate': (it) => !hasNumber(it) && this.rivals.hasDouble(it.pair),
  }

  /** A pupil's address counts once the forename does not speak against it (email.ts), and with the birth date. */
  private hasIdentifier(evidence: Evidence): boolean {
    const isAddress = evidence.email.level === EMAIL.of.same
    return hasNumber(evidence) || (isAddress && (!this.model.isPupil || evidence.birthDate.level === BIRTH_DATE.of.exact))
  }

  /**
   * Forenames that are alike and both somebody's name (Aisha and Alisha, Jayden and Jaydon) may be two children of one birth:
   * both are given to children, or both stand here more than once. A slip of the pen makes a name that nobody has, or turns
   * or doubles a letter. In a short name a slip says nothing.
   */
  private areLookalikes(evidence: Evidence): boolean {
    const { forename, areNamesSwapped, pair } = evidence
    if (areNamesSwapped || (forename.level !== NAME.of.similar && forename.level !== NAME.of.resembling)) return false
    const [left, right] = [pair.names.nameOf(forename.left), pair.names.nameOf(forename.right)]
    if (Math.min(left.text.length, right.text.length) <= SHORT_NAME && !isCutShort(left, right)) return true
    const areInUse = [left, right].every(({ code }) => this.model.forename.countOf(code) > 1)
    return (areInUse || areGivenNames(evidence)) && !isTypingSlip(left.text, right.text)
  }
}

function hasNumber({ upn, customId }: Evidence): boolean {
  return upn.level === UPN.of.same || upn.level === UPN.of.former || customId.level === CUSTOM_ID.of.same
}

function agreesOn(box: 'forename' | 'surname', evidence: Evidence): boolean {
  if (evidence.names.level === NAMES.of.one_in_other_box) return box === 'forename'
  return evidence.areNamesSwapped || agrees(evidence[box], evidence.pair.names)
}

function isForenameExact({ forename, areNamesSwapped }: Evidence): boolean {
  return areNamesSwapped || forename.level === NAME.of.exact
}

/** The same name and birth date, by any of their names. */
function isExact({ forename, surname, birthDate }: Evidence): boolean {
  return forename.level === NAME.of.exact && surname.level === NAME.of.exact && birthDate.level === BIRTH_DATE.of.exact
}

/** The forenames speak for two people; or the sexes do, and the forenames are not the same. */
function isOtherChild(evidence: Evidence): boolean {
  const { forename, sex, areNamesSwapped, pair } = evidence
  if (areNamesSwapped) return false
  if (forename.level === 0) return !hasNumber(evidence)
  if (isByOtherName(evidence)) return true
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

/** Two names that children are given (Tim, Tom) are no slip of one another. */
function areGivenNames({ forename, pair }: Evidence): boolean {
  const [left, right] = [pair.names.nameOf(forename.left), pair.names.nameOf(forename.right)]
  return isGivenName(left.text) && isGivenName(right.text)
}

/** A forename that is not the same but may well be one: a slip, a short form, another spelling. */
function isForenameNear({ forename, pair }: Evidence): boolean {
  return forename.level !== 0 && !isOtherForename(forename, pair.names)
}

/** Two spellings of one name for certain: a twin is called something else, and would stand as a rival. */
function isOneName({ forename }: Evidence): boolean {
  const { similar, nickname, spelling, alias } = NAME.of
  return [similar, nickname, spelling, alias].includes(forename.level)
}

function isMiddleSame({ middleName }: Evidence): boolean {
  return middleName.level === MIDDLE_NAME.of.same
}

/**
 * Another surname, as after a marriage or an adoption, and all else as it was: forename and birth date (but for a slip), and a
 * class, a middle name or an address besides; where the middle name agrees too, a slip in the forename or no birth date is
 * no doubt. Two children who share all of that and came and went in one year are not met.
 */
function isNewSurname(evidence: Evidence): boolean {
  const { forename, birthDate, sex, registrationClass, email } = evidence
  if (sex.level === SEX.of.different || evidence.areNamesSwapped) return false
  const isMail = email.level === EMAIL.of.same || email.level === EMAIL.of.same_local_part
  const isClass = registrationClass.level === REGISTRATION_CLASS.of.same
  const isMiddle = isMiddleSame(evidence)
  if (forename.level === NAME.of.exact && isMiddle && isClass) return !isFarApart(birthDate)
  if (birthDate.bits <= 0) return false
  if (forename.level === NAME.of.exact) return isMail || isClass || isMiddle
  return isMiddle && isClass && isForenameNear(evidence)
}

/**
 * The middle names differ, or one stands as first name on the other side, and each has a name left over that the other lacks
 * ("Mia Olivia" and "Jasmine Mia"): two sisters may be called so.
 */
function hasOddName({ forename, middleName, pair }: Evidence): boolean {
  if (forename.level !== NAME.of.middle_as_first && middleName.level !== MIDDLE_NAME.of.different) return false
  const { names, directory, source, left, right } = pair
  const ours = wordsOf(names, [directory.firstName[left], directory.middleName[left]])
  const theirs = wordsOf(names, [source.firstName[right], source.middleName[right]])
  return ours.some((word) => !theirs.includes(word)) && theirs.some((word) => !ours.includes(word))
}

function wordsOf(names: NameTable, spellings: readonly (number | undefined)[]): readonly string[] {
  return spellings.flatMap((it) => (it === undefined || it < 0 ? [] : names.nameOf(it).words))
}

/** Without birth dates the names need a second witness: an e-mail address, the registration class or the middle name. */
function isSupported(evidence: Evidence): boolean {
  const { email, registrationClass } = evidence
  const isMail = email.level === EMAIL.of.same || email.level === EMAIL.of.same_local_part
  return isMail || registrationClass.level === REGISTRATION_CLASS.of.same || isMiddleSame(evidence)
}
