import { drawGivenNames, familyNameOf, type Person, type Random, randomFor, type School } from '../../../fixtures/index.ts'
import type { MatchRecord } from '../../../src/matching/index.ts'
import { type Batch, divide, type LabelledSet, type Sizes, type TwoSided } from '../labelled-set.ts'
import { damageBothWays } from './damage-both-ways.ts'
import { inventedSchools } from './invented-schools.ts'
import { mayBeOneName } from './one-name.ts'
import { NO_IDENTIFIERS } from './record-of-person.ts'

/** Some twins are on one side only, so that the other one is the nearest there is. */
const TWINS_OVERLAP = 0.8
const DAMAGED_PERCENT = 50
/** Shares of births: first names that begin alike, and names one letter apart, which parents do give. */
const SAME_INITIAL = 0.15
const ALIKE = 0.03
const ALIKE_NAMES =
  'Hasan:Husain Aisha:Alisha Ella:Ellie Jayden:Kayden Mia:Mya Amelia:Emilia Hannah:Anna Zara:Sara Ryan:Rhian Leo:Theo Ava:Eva Jack:Zack Ali:Ayli Maya:Mila Noah:Jonah Aaron:Arran'
    .split(' ')
    .map((pair) => pair.split(':'))

/** Schools in which every child is a twin, half of them damaged: by the generator in one school, by the second damager in the next. */
export const twinSets: readonly LabelledSet[] = [
  {
    id: 'twins',
    title: 'Twins only, half damaged',
    gate: 'twins',
    hasGroups: false,
    batches: (sizes) => twinBatches(sizes, (it) => it),
  },
  {
    id: 'twins-bare',
    title: 'Twins only, names and birth date',
    gate: 'twins',
    hasGroups: false,
    batches: (sizes) => twinBatches(sizes, (it) => ({ ...it, sex: null, yearGroup: null, registrationClass: null })),
  },
]

function* twinBatches(sizes: Sizes, bare: (record: MatchRecord) => MatchRecord): Generator<Batch> {
  let twins = 0
  const pupils = Math.ceil(sizes.pupils / 2)
  const schools = Math.ceil((sizes.twins * 1.2) / (2 * pupils)) + 1
  for (const school of inventedSchools({ seed: `${sizes.seed} twins`, schools, pupils })) {
    if (twins >= sizes.twins) return
    const random = randomFor(sizes.seed, school.code, school.phase.country, 'twins')
    const people = everybodyATwin(random, school)
    const by = school.index % 2 === 0 ? 'generator' : 'second'
    const sides = damageBothWays(school, people, { seed: sizes.seed, percent: DAMAGED_PERCENT, by, evidenceOf: () => NO_IDENTIFIERS })
    const told = apart(sides).map((it) => ({ ...it, held: bare(it.held), arriving: bare(it.arriving) }))
    twins += told.length
    yield divide(random, told, { kind: 'pupil', overlap: TWINS_OVERLAP })
  }
}

/** One after the other, the two of a birth. */
function everybodyATwin(random: Random, school: School): Person[] {
  const alone = school.people.filter((person) => person.kind === 'pupil' && person.twins === null)
  return alone.flatMap((person): Person[] => {
    const [one, other] = random.chance(ALIKE) ? random.pick(ALIKE_NAMES) : []
    const first = { ...person, firstName: one ?? person.firstName, knownAs: one === undefined ? person.knownAs : null }
    return [first, twinOf({ random, school }, first, other)]
  })
}

function twinOf(
  { random, school }: { readonly random: Random; readonly school: School },
  person: Person,
  name: string | undefined,
): Person {
  const { country } = school.phase
  const sex = random.chance(0.65) ? person.sex : random.pick(['female', 'male'] as const)
  const wantsInitial = random.chance(SAME_INITIAL)
  const draw = () => drawGivenNames(random, familyNameOf(person, country), { sex, generation: 'pupil' })
  let given = draw()
  for (let tries = 0; tries < 40; tries++) {
    const isOther = given.firstName !== person.firstName && given.firstName !== person.fullFirstName
    if (isOther && (!wantsInitial || given.firstName.charAt(0) === person.firstName.charAt(0))) break
    given = draw()
  }
  const classes = school.classes.filter((it) => it.kind === 'registration' && it.grade === person.grade)
  const classNumber = random.chance(0.5) ? person.classNumber : random.pick(classes).number
  const names = name === undefined ? given : { ...given, firstName: name, knownAs: null }
  return { ...person, ...names, fullFirstName: names.firstName, number: school.registers.pupil(), sex, classNumber }
}

/**
 * Leaves out births that parents do not name so, and that nobody could tell apart: where a name of one is a first name of
 * the other, also as a middle name or after damage, or where both may be one name, such as Harry and Hal.
 */
function apart(sides: readonly TwoSided[]): TwoSided[] {
  return sides.filter((it, place) => {
    const twin = sides[place % 2 === 0 ? place + 1 : place - 1]
    return twin !== undefined && !areMixedUp(it, twin) && !areMixedUp(twin, it)
  })
}

function areMixedUp(one: TwoSided, other: TwoSided): boolean {
  const names = namesOf(one, [...FIRST_NAMES, 'middleName'])
  return namesOf(other, FIRST_NAMES).some((name) => names.some((its) => mayBeOneName(name, its)))
}

const FIRST_NAMES = ['firstName', 'knownAsFirstName'] as const

function namesOf({ held, arriving }: TwoSided, fields: readonly (keyof MatchRecord)[]): string[] {
  return fields.flatMap((field) => [held[field], arriving[field]]).filter((name) => name !== null)
}
