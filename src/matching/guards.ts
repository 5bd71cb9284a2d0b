import type { Evidence } from './compare.ts'
import { agrees, isFarApart, isOtherForename, isTwoBirthYears, isTypingSlip } from './comparisons/index.ts'
import type { Model } from './model.ts'
import { exactKeys } from './passes.ts'
import type { Name, Person } from './prepare.ts'
import { type Rivals, rivalsAmong } from './rivals.ts'

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

/** Gives the guards that a pair trips; made once for the people of both sides, whether settled or not. */
export function guardsFor(model: Model, directory: readonly Person[], source: readonly Person[]): (evidence: Evidence) => Guard[] {
  const families = [groupBy(directory, familyKeys), groupBy(source, familyKeys)] as const
  const namesakes = [groupBy(directory, nameKeys), groupBy(source, nameKeys)] as const
  const rivals = rivalsAmong(directory, source, model.repeated.upn)
  return (evidence) => {
    const tests = testsOf(evidence, { model, families, namesakes, rivals })
    return GUARDS.filter((guard) => tests[guard]())
  }
}

interface Surroundings {
  readonly model: Model
  /** By surname and birth date: a child, its twins, and itself entered twice. */
  readonly families: readonly [directory: Groups, source: Groups]
  /** By full name. */
  readonly namesakes: readonly [directory: Groups, source: Groups]
  readonly rivals: Rivals
}

type Groups = ReadonlyMap<string, readonly Person[]>

function testsOf(evidence: Evidence, around: Surroundings): Record<(typeof GUARDS)[number], () => boolean> {
  const { forename, surname, birthDate, upn, customId, email, middleName, sex, directory, source, areNamesSwapped } = evidence
  const hasNumber = upn?.level === 'same' || upn?.level === 'former' || customId?.level === 'same'
  // a pupil's address counts once the forename does not speak against it (compare.ts), and with the birth date
  const hasAddress = email?.level === 'same' && (!around.model.isPupil || birthDate?.level === 'exact')
  const hasIdentifier = hasNumber || hasAddress
  const forenameAgrees = areNamesSwapped || agrees(forename)
  const surnameAgrees = areNamesSwapped || agrees(surname)
  const isForenameExact = areNamesSwapped || forename?.level === 'exact'
  const others = (): Person[] => around.families.flatMap((groups) => othersIn(groups, evidence, familyKeys))
  return {
    'guard.upn_conflict': () => upn?.level === 'conflict',
    'guard.upn_elsewhere': () => around.rivals.isUpnElsewhere(directory, source),
    'guard.exact_rival': () => (!isExact(evidence) || sex?.level === 'different') && around.rivals.hasExactRival(directory, source),
    'guard.twin': () => !isForenameExact && others().some((other) => !isNamedLike(other, evidence)),
    'guard.other_forename': () => {
      if (areNamesSwapped) return false
      if (isOtherForename(forename) || (sex?.level === 'different' && !isForenameExact)) return true
      if (forename?.level === 'resembling' && areBothKnown(evidence)) return true
      return !hasNumber && (!forenameAgrees || areTwoNames(evidence, around.model))
    },
    'guard.lookalike': () => !hasIdentifier && birthDate?.level === 'exact' && surnameAgrees && areLookalikes(evidence),
    'guard.only_forename': () => !hasIdentifier && !surnameAgrees,
    'guard.names_differ': () => hasIdentifier && !forenameAgrees && !surnameAgrees,
    'guard.same_names': () => !hasIdentifier && birthDate?.level !== 'exact' && hasNamesake(evidence, around.namesakes),
    'guard.birth_dates_apart': () =>
      (isFarApart(birthDate) || isTwoBirthYears(directory, source)) && !(hasNumber && forenameAgrees && surnameAgrees),
    'guard.middle_names_differ': () => middleName?.level === 'different' && !hasNumber,
    'guard.only_names': () => birthDate === null && !hasIdentifier && !isSupported(evidence),
    'guard.duplicate': () => !hasNumber && others().some((other) => isNamedLike(other, evidence)),
  }
}

/** The same name and birth date, by any of their names. */
function isExact({ directory, source }: Evidence): boolean {
  const keys = exactKeys(source)
  return exactKeys(directory).some((key) => keys.includes(key))
}

/**
 * Forenames that are alike but both in use here (Jayden and Jaydon, Millie and Amelia) may be two children of one birth; a
 * slip of the pen is in use nowhere else.
 */
function areTwoNames(evidence: Evidence, model: Model): boolean {
  const { forename, directory, source, areNamesSwapped } = evidence
  if (areNamesSwapped || (forename?.level !== 'similar' && forename?.level !== 'nickname')) return false
  const isInUse = (name: Name) => model.frequencies.forename.countOf(name.text) > 1
  return directory.forenames.some(isInUse) && source.forenames.some(isInUse)
}

/** Two names that are both in the table of names (Tim, Tom) are no slip of one another. */
function areBothKnown({ directory, source }: Evidence): boolean {
  return [directory, source].every((person) => person.forenames.some((name) => name.isNickname))
}

/** One letter apart may be two children (Aisha, Alisha); letters changed about or doubled are a slip of the pen. */
function areLookalikes({ forename, directory, source, areNamesSwapped }: Evidence): boolean {
  if (areNamesSwapped || forename?.level !== 'similar') return false
  return !directory.forenames.some((one) => source.forenames.some((other) => isTypingSlip(one.text, other.text)))
}

/** Without birth dates the names need a second witness: an e-mail address or the registration class. */
function isSupported(evidence: Evidence): boolean {
  const isMail = evidence.email?.level === 'same' || evidence.email?.level === 'same_local_part'
  return isMail || evidence.registrationClass?.level === 'same'
}

function isNamedLike(other: Person, { directory, source }: Evidence): boolean {
  return [directory, source].some((person) => person.forenames.some((name) => other.forenames.some((its) => its.text === name.text)))
}

/** Somebody else is called like one of the two: without the birth date the name says too little. */
function hasNamesake(evidence: Evidence, namesakes: Surroundings['namesakes']): boolean {
  return namesakes.some((groups) => othersIn(groups, evidence, nameKeys).length > 0)
}

/** Everybody in the groups of either record, but the two records themselves. */
function othersIn(groups: Groups, { directory, source }: Evidence, keysOf: (person: Person) => string[]): Person[] {
  const found = new Set([...keysOf(directory), ...keysOf(source)].flatMap((key) => groups.get(key) ?? []))
  found.delete(directory)
  found.delete(source)
  return [...found]
}

function groupBy(people: readonly Person[], keysOf: (person: Person) => string[]): Groups {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    for (const key of keysOf(person)) {
      const group = groups.get(key)
      if (group) group.push(person)
      else groups.set(key, [person])
    }
  }
  return groups
}

function familyKeys({ birth, surnames }: Person): string[] {
  return birth === null ? [] : surnames.map((surname) => `${surname.text} ${birth.text}`)
}

function nameKeys({ forenames, surnames }: Person): string[] {
  return forenames.flatMap((forename) => surnames.map((surname) => `${forename.text} ${surname.text}`))
}
