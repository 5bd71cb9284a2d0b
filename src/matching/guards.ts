import type { Evidence } from './compare.ts'
import { agrees, isFarApart } from './comparisons/index.ts'
import type { Model } from './model.ts'
import type { Name, Person } from './prepare.ts'

/** Why a pair that scores as certain is left to a person, in the order in which they are shown. */
export const GUARDS = [
  'guard.upn_conflict',
  'guard.twin',
  'guard.other_forename',
  'guard.only_forename',
  'guard.names_differ',
  'guard.birth_dates_apart',
  'guard.middle_names_differ',
  'guard.only_names',
  'guard.duplicate',
] as const

export type Guard = (typeof GUARDS)[number] | 'guard.rival'

/** Gives the guards that a pair trips; made once for the people of both sides, whether settled or not. */
export function guardsFor(model: Model, directory: readonly Person[], source: readonly Person[]): (evidence: Evidence) => Guard[] {
  const families = [familiesOf(directory), familiesOf(source)] as const
  return (evidence) => {
    const tests = testsOf(evidence, { model, families })
    return GUARDS.filter((guard) => tests[guard]())
  }
}

interface Surroundings {
  readonly model: Model
  readonly families: readonly [directory: Families, source: Families]
}

/** People by surname and birth date: a child, its twins, and itself entered twice. */
type Families = ReadonlyMap<string, readonly Person[]>

function testsOf(evidence: Evidence, around: Surroundings): Record<(typeof GUARDS)[number], () => boolean> {
  const { forename, surname, birthDate, upn, customId, email, middleName, areNamesSwapped } = evidence
  const hasNumber = upn?.level === 'same' || upn?.level === 'former' || customId?.level === 'same'
  const hasIdentifier = hasNumber || (!around.model.isPupil && email?.level === 'same')
  const forenameAgrees = areNamesSwapped || agrees(forename)
  const surnameAgrees = areNamesSwapped || agrees(surname)
  const isForenameExact = areNamesSwapped || forename?.level === 'exact'
  const others = (): Person[] => around.families.flatMap((families) => relativesOf(evidence, families))
  return {
    'guard.upn_conflict': () => upn?.level === 'conflict',
    'guard.twin': () => !isForenameExact && others().some((other) => !isNamedLike(other, evidence)),
    'guard.other_forename': () => !hasNumber && (!forenameAgrees || areTwoNames(evidence, around.model)),
    'guard.only_forename': () => !hasIdentifier && !surnameAgrees,
    'guard.names_differ': () => hasIdentifier && !forenameAgrees && !surnameAgrees,
    'guard.birth_dates_apart': () => isFarApart(birthDate) && !(hasNumber && forenameAgrees && surnameAgrees),
    'guard.middle_names_differ': () => middleName?.level === 'different' && !hasNumber,
    'guard.only_names': () => birthDate === null && !hasIdentifier && !isSupported(evidence),
    'guard.duplicate': () => !hasNumber && others().some((other) => isNamedLike(other, evidence)),
  }
}

/** Names that are alike but both in use here (Jayden and Jaydon, Ella and Ellie) may be two children; a slip of the pen is in use nowhere else. */
function areTwoNames(evidence: Evidence, model: Model): boolean {
  const { forename, directory, source, areNamesSwapped } = evidence
  if (areNamesSwapped || forename?.level !== 'similar') return false
  const isInUse = (name: Name) => model.frequencies.forename.countOf(name.text) > 1
  return directory.forenames.some(isInUse) && source.forenames.some(isInUse)
}

/** Without birth dates the names need a second witness: an e-mail address or the registration class. */
function isSupported(evidence: Evidence): boolean {
  const isMail = evidence.email?.level === 'same' || evidence.email?.level === 'same_local_part'
  return isMail || evidence.registrationClass?.level === 'same'
}

function isNamedLike(other: Person, { directory, source }: Evidence): boolean {
  return [directory, source].some((person) => person.forenames.some((name) => other.forenames.some((its) => its.text === name.text)))
}

/** Everybody on one side with the surname and birth date of either record, but the two records themselves. */
function relativesOf({ directory, source }: Evidence, families: Families): Person[] {
  const found = new Set([...familyKeys(directory), ...familyKeys(source)].flatMap((key) => families.get(key) ?? []))
  found.delete(directory)
  found.delete(source)
  return [...found]
}

function familiesOf(people: readonly Person[]): Families {
  const families = new Map<string, Person[]>()
  for (const person of people) {
    for (const key of familyKeys(person)) {
      const family = families.get(key)
      if (family) family.push(person)
      else families.set(key, [person])
    }
  }
  return families
}

function familyKeys({ birth, surnames }: Person): string[] {
  return birth === null ? [] : surnames.map((surname) => `${surname.text} ${birth.text}`)
}
