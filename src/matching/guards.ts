import type { Evidence } from './compare.ts'
import {
  BIRTH_DATE,
  CUSTOM_ID,
  EMAIL,
  isCutShort,
  isFarApart,
  isTwoBirthYears,
  isTypingSlip,
  MIDDLE_NAME,
  NAME,
  SEX,
  sharedUpn,
  UPN,
} from './comparisons/index.ts'
import {
  agreesOn,
  areBothCommon,
  areGivenNames,
  hasNumber,
  hasOddName,
  hasUpn,
  isExact,
  isForenameExact,
  isForenameNear,
  isInOtherClass,
  isMiddleSame,
  isNewSurname,
  isOneName,
  isOtherChild,
  isSupported,
  isSwappedLookalike,
  isYearSlip,
} from './doubts.ts'
import type { Model } from './model/index.ts'
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
  'guard.closer_name',
  'guard.ids_differ',
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
    'guard.names_differ': (it) => this.hasIdentifier(it) && this.isNumberAlone(it),
    'guard.same_names': (it) => !this.hasIdentifier(it) && it.birthDate.level !== BIRTH_DATE.of.exact && this.rivals.hasNamesake(it.pair),
    'guard.birth_dates_apart': (it) =>
      (isFarApart(it.birthDate) || (isTwoBirthYears(it.pair) && !isYearSlip(it))) &&
      !(hasUpn(it) && agreesOn('forename', it) && agreesOn('surname', it)),
    'guard.middle_names_differ': (it) => !hasNumber(it) && hasOddName(it),
    'guard.only_names': (it) => it.birthDate.level === 0 && !this.hasIdentifier(it) && !isSupported(it),
    'guard.duplicate': (it) => !hasNumber(it) && this.rivals.hasDouble(it.pair),
    'guard.closer_name': (it) => !hasNumber(it) && !isForenameExact(it) && this.rivals.hasCloserName(it.pair),
    'guard.ids_differ': (it) =>
      it.customId.level === CUSTOM_ID.of.different && it.birthDate.level === 0 && it.email.level !== EMAIL.of.same,
  }

  /**
   * An identifier agrees, but the names do not bear it out. Numbers of a school are given out anew, so that of pupils both
   * names must agree, or the birth date; staff marry, and their forename must.
   */
  private isNumberAlone(evidence: Evidence): boolean {
    const [isForename, isSurname] = [agreesOn('forename', evidence), agreesOn('surname', evidence)]
    if (hasUpn(evidence) || evidence.customId.level !== CUSTOM_ID.of.same) return !isForename && !isSurname
    if (!this.model.isPupil) return !isForename
    return !(isForename && isSurname) && evidence.birthDate.level !== BIRTH_DATE.of.exact
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
    if (areNamesSwapped) return isSwappedLookalike(evidence)
    if (forename.level === 0 || isForenameExact(evidence)) return false
    if (isInOtherClass(evidence) && areGivenNames(evidence)) return true
    if (forename.level === NAME.of.nickname) return areBothCommon(evidence)
    if (forename.level !== NAME.of.similar && forename.level !== NAME.of.resembling) return false
    const [left, right] = [pair.names.nameOf(forename.left), pair.names.nameOf(forename.right)]
    if (Math.min(left.text.length, right.text.length) <= SHORT_NAME && !isCutShort(left, right)) return true
    const areInUse = [left, right].every(({ code }) => this.model.forename.countOf(code) > 1)
    return (areInUse || areGivenNames(evidence)) && !isTypingSlip(left.text, right.text)
  }
}
