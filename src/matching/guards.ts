import type { Evidence } from './compare.ts'
import {
  agrees,
  BIRTH_DATE,
  CUSTOM_ID,
  EMAIL,
  isFarApart,
  isOtherForename,
  isTwoBirthYears,
  isTypingSlip,
  MIDDLE_NAME,
  NAME,
  REGISTRATION_CLASS,
  SEX,
  sharedUpn,
  UPN,
} from './comparisons/index.ts'
import type { Model } from './model/index.ts'
import { Rivals } from './rivals.ts'
import type { Surroundings } from './surroundings.ts'

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

/** Says which guards a pair trips, from its evidence and from everybody in its group, whether settled or not. */
export class Guards {
  private readonly model: Model
  private readonly rivals: Rivals

  constructor(model: Model, around: Surroundings) {
    this.model = model
    this.rivals = new Rivals(around)
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
    'guard.twin': (it) => !isForenameExact(it) && this.rivals.hasTwin(it.pair),
    'guard.other_forename': (it) => this.isOtherChild(it),
    'guard.lookalike': (it) =>
      !this.hasIdentifier(it) && it.birthDate.level === BIRTH_DATE.of.exact && agreesOn('surname', it) && areLookalikes(it),
    'guard.only_forename': (it) => !this.hasIdentifier(it) && !agreesOn('surname', it),
    'guard.names_differ': (it) => this.hasIdentifier(it) && !agreesOn('forename', it) && !agreesOn('surname', it),
    'guard.same_names': (it) => !this.hasIdentifier(it) && it.birthDate.level !== BIRTH_DATE.of.exact && this.rivals.hasNamesake(it.pair),
    'guard.birth_dates_apart': (it) =>
      (isFarApart(it.birthDate) || isTwoBirthYears(it.pair)) && !(hasNumber(it) && agreesOn('forename', it) && agreesOn('surname', it)),
    'guard.middle_names_differ': (it) => it.middleName.level === MIDDLE_NAME.of.different && !hasNumber(it),
    'guard.only_names': (it) => it.birthDate.level === 0 && !this.hasIdentifier(it) && !isSupported(it),
    'guard.duplicate': (it) => !hasNumber(it) && this.rivals.hasDouble(it.pair),
  }

  /** A pupil's address counts once the forename does not speak against it (email.ts), and with the birth date. */
  private hasIdentifier(evidence: Evidence): boolean {
    const isAddress = evidence.email.level === EMAIL.of.same
    return hasNumber(evidence) || (isAddress && (!this.model.isPupil || evidence.birthDate.level === BIRTH_DATE.of.exact))
  }

  private isOtherChild(evidence: Evidence): boolean {
    const { forename, sex, areNamesSwapped, pair } = evidence
    if (areNamesSwapped) return false
    if (isOtherForename(forename, pair.names) || (sex.level === SEX.of.different && !isForenameExact(evidence))) return true
    if (forename.level === NAME.of.resembling && areBothKnown(evidence)) return true
    return !hasNumber(evidence) && (!agrees(forename) || this.areTwoNames(evidence))
  }

  /**
   * Forenames that are alike but both in use here (Jayden and Jaydon, Millie and Amelia) may be two children of one birth; a
   * slip of the pen is in use nowhere else.
   */
  private areTwoNames({ forename, pair }: Evidence): boolean {
    if (forename.level !== NAME.of.similar && forename.level !== NAME.of.nickname) return false
    const isInUse = (spelling: number): boolean => this.model.forename.countOf(pair.names.textOf(spelling)) > 1
    const { directory, source, left, right } = pair
    const ours = [directory.firstName[left] ?? -1, directory.knownFirstName[left] ?? -1]
    const theirs = [source.firstName[right] ?? -1, source.knownFirstName[right] ?? -1]
    return ours.some(isInUse) && theirs.some(isInUse)
  }
}

function hasNumber({ upn, customId }: Evidence): boolean {
  return upn.level === UPN.of.same || upn.level === UPN.of.former || customId.level === CUSTOM_ID.of.same
}

function agreesOn(box: 'forename' | 'surname', evidence: Evidence): boolean {
  return evidence.areNamesSwapped || agrees(evidence[box])
}

function isForenameExact({ forename, areNamesSwapped }: Evidence): boolean {
  return areNamesSwapped || forename.level === NAME.of.exact
}

/** The same name and birth date, by any of their names. */
function isExact({ forename, surname, birthDate }: Evidence): boolean {
  return forename.level === NAME.of.exact && surname.level === NAME.of.exact && birthDate.level === BIRTH_DATE.of.exact
}

/** Two names that are both in the table of names (Tim, Tom) are no slip of one another. */
function areBothKnown({ forename, pair }: Evidence): boolean {
  return pair.names.nameOf(forename.left).isNickname && pair.names.nameOf(forename.right).isNickname
}

/** One letter apart may be two children (Aisha, Alisha); letters changed about or doubled are a slip of the pen. */
function areLookalikes({ forename, areNamesSwapped, pair }: Evidence): boolean {
  if (areNamesSwapped || forename.level !== NAME.of.similar) return false
  return !isTypingSlip(pair.names.nameOf(forename.left).text, pair.names.nameOf(forename.right).text)
}

/** Without birth dates the names need a second witness: an e-mail address or the registration class. */
function isSupported({ email, registrationClass }: Evidence): boolean {
  const isMail = email.level === EMAIL.of.same || email.level === EMAIL.of.same_local_part
  return isMail || registrationClass.level === REGISTRATION_CLASS.of.same
}
