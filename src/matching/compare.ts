import {
  BIRTH_DATE,
  type Compared,
  CUSTOM_ID,
  compareBirthDates,
  compareCustomIds,
  compareEmails,
  compareForenames,
  compareMiddleNames,
  compareNamesElsewhere,
  compareRegistrationClasses,
  compareSex,
  compareSurnames,
  compareUpns,
  compareYearGroups,
  declareLevels,
  EMAIL,
  Finding,
  isOtherForename,
  type Levels,
  MIDDLE_NAME,
  NAME,
  NAMES,
  NameScale,
  REGISTRATION_CLASS,
  SEX,
  UPN,
  YEAR_GROUP,
} from './comparisons/index.ts'
import type { Model } from './model/index.ts'

const TWIN = declareLevels('twin', 'other_forename')

/** The comparisons in the order in which their reasons are given; the area of a name is its box. */
export const AREAS = [
  ['upn', 'upn', UPN],
  ['customId', 'custom_id', CUSTOM_ID],
  ['names', 'names', NAMES],
  ['forename', 'forename', NAME],
  ['surname', 'surname', NAME],
  ['birthDate', 'birth_date', BIRTH_DATE],
  ['twin', 'twin', TWIN],
  ['middleName', 'middle_name', MIDDLE_NAME],
  ['sex', 'sex', SEX],
  ['email', 'email', EMAIL],
  ['registrationClass', 'registration_class', REGISTRATION_CLASS],
  ['yearGroup', 'year_group', YEAR_GROUP],
] as const satisfies readonly (readonly [field: string, area: string, levels: Levels<string>])[]
export type Field = (typeof AREAS)[number][0]

/** All that was found out about one pair, field by field, for the guards and for the reader. Written anew for each pair. */
export interface Evidence extends Readonly<Record<Field, Finding>> {
  readonly pair: Readonly<Compared>
  /** Sum of the bits of all findings that count, in their order. */
  bits: number
  /** The levels of all findings that count, four bits each in their order: enough to word the reasons again. */
  pattern: number
  /** What the names say together. */
  nameBits: number
  /** Forename and surname are compared across the boxes; the findings of the two boxes then do not count. */
  areNamesSwapped: boolean
}

/** Compares two records field by field. Fields that depend on each other are one comparison (MATCHING.md 2). */
export class Comparer {
  readonly evidence: Evidence & { readonly pair: Compared }
  readonly forenames: NameScale
  readonly surnames: NameScale
  private readonly model: Model
  /** Those of the evidence in the order of AREAS. */
  private readonly findings: readonly Finding[]

  constructor(model: Model) {
    const { vocabulary, directory, source } = model.sides
    const pair: Compared = { model, vocabulary, names: vocabulary.names, directory, source, left: -1, right: -1 }
    this.model = model
    this.forenames = new NameScale(model, 'forename')
    this.surnames = new NameScale(model, 'surname')
    this.evidence = {
      ...{ pair, bits: 0, pattern: 0, nameBits: 0, areNamesSwapped: false },
      ...{ upn: new Finding(), customId: new Finding(), names: new Finding(), forename: new Finding(), surname: new Finding() },
      ...{ birthDate: new Finding(), twin: new Finding(), middleName: new Finding(), sex: new Finding(), email: new Finding() },
      ...{ registrationClass: new Finding(), yearGroup: new Finding() },
    }
    this.findings = AREAS.map(([field]) => this.evidence[field])
  }

  /** The evidence about the records in these two rows: always the same object. */
  look(left: number, right: number): Evidence {
    const { evidence } = this
    const { pair } = evidence
    pair.left = left
    pair.right = right
    compareBirthDates(pair, evidence.birthDate)
    this.lookAtNames()
    compareUpns(pair, evidence.upn)
    compareCustomIds(pair, evidence.customId)
    compareSex(pair, evidence.sex)
    compareEmails(pair, evidence.forename, evidence.email)
    if (evidence.forename.level === NAME.of.middle_as_first) evidence.middleName.clear()
    else compareMiddleNames(pair, evidence.middleName)
    compareRegistrationClasses(pair, evidence.registrationClass)
    compareYearGroups(pair, evidence.yearGroup)
    this.lookForTwins()
    this.addUp()
    return evidence
  }

  /** Adds the findings up again, after one of them was changed to suppose something else. */
  addUp(): void {
    addUp(this.evidence, this.findings)
  }

  private lookAtNames(): void {
    const { evidence } = this
    const { pair, forename, surname, names } = evidence
    compareForenames(this.forenames, pair, forename)
    compareSurnames(this.surnames, pair, surname)
    const straight = forename.bits + surname.bits
    if (forename.level === NAME.of.exact && surname.level === NAME.of.exact) names.clear()
    else compareNamesElsewhere(pair, names)
    evidence.areNamesSwapped = names.level !== 0 && names.bits > straight
    if (!evidence.areNamesSwapped) names.clear()
    evidence.nameBits = evidence.areNamesSwapped ? names.bits : straight
  }

  /** Two children of one birth, not one child: and their numbers are easily crossed, so that a number is worth what an unchecked one is. */
  private lookForTwins(): void {
    const { evidence, model } = this
    evidence.twin.clear()
    if (evidence.areNamesSwapped || !isTwinPattern(evidence)) return
    if (model.weights.twinBits !== 0) evidence.twin.set(TWIN.of.other_forename, model.weights.twinBits)
    evidence.upn.bits = Math.min(evidence.upn.bits, model.weights.upnBits.weak)
    evidence.customId.bits = Math.min(evidence.customId.bits, model.weights.upnBits.weak)
  }
}

/** Whether a finding counts: those of the two name boxes do not where the names are compared across them. */
export function counts(evidence: Evidence, field: Field): boolean {
  return evidence[field].level !== 0 && !(evidence.areNamesSwapped && (field === 'forename' || field === 'surname'))
}

/** Levels of a comparison at most, and one for missing: four bits of a pattern. */
const LEVELS_MAX = 16

/** Every pair goes through here: by place, because looking fields up by their names took as long as comparing them. */
function addUp(evidence: Evidence, findings: readonly Finding[]): void {
  let bits = 0
  let pattern = 0
  for (const finding of findings) {
    pattern *= LEVELS_MAX
    if (finding.level === 0) continue
    if (evidence.areNamesSwapped && (finding === evidence.forename || finding === evidence.surname)) continue
    bits += finding.bits
    pattern += finding.level
  }
  evidence.bits = bits
  evidence.pattern = pattern
}

const codesByPattern = new Map<number, readonly string[]>()

/** The codes of the reasons behind a pattern, in their order. */
export function reasonCodes(pattern: number): readonly string[] {
  const known = codesByPattern.get(pattern)
  if (known) return known
  const codes: string[] = []
  let rest = pattern
  for (const [, area, levels] of AREAS.toReversed()) {
    const level = rest % LEVELS_MAX
    rest = Math.floor(rest / LEVELS_MAX)
    if (level > 0) codes.unshift(`${area}.${levels.names[level - 1]}`)
  }
  codesByPattern.set(pattern, codes)
  return codes
}

/** Surname and birth date agree and the forename does not: two children of one birth are likelier than chance says. */
function isTwinPattern({ forename, surname, birthDate, pair }: Evidence): boolean {
  if (birthDate.level !== BIRTH_DATE.of.exact || (surname.level !== NAME.of.exact && surname.level !== NAME.of.similar)) return false
  return isOtherForename(forename, pair.names)
}
