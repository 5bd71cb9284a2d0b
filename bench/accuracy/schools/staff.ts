import { drawSurname, type Person, type Random, randomFor, type School } from '../../../fixtures/index.ts'
import { type Batch, divide, type LabelledSet, type Sizes, type TwoSided } from '../labelled-set.ts'
import { damageBothWays } from './damage-both-ways.ts'
import { inventedSchools } from './invented-schools.ts'
import { OVERLAP } from './school-sets.ts'

/** Far more marriages than in a year of a real school, so that there are enough to count. */
const MARRIED = 0.15
const DOUBLE_BARRELLED = 0.2
/** Newly-weds whose address follows the name. */
const NEW_ADDRESS = 0.5
const DAMAGED_PERCENT = 10

interface StaffEvidence {
  readonly hasCustomId: boolean
  readonly hasEmail: boolean
}

/** Staff by what two systems know of them. There are no birth dates. */
export const staffSets: readonly LabelledSet[] = [
  staffSet('staff-codes', 'Staff with codes and e-mail, 15 % married', { hasCustomId: true, hasEmail: true }),
  staffSet('staff-mail', 'Staff with e-mail only, 15 % married', { hasCustomId: false, hasEmail: true }),
  staffSet('staff-names', 'Staff by names alone, 15 % married', { hasCustomId: false, hasEmail: false }),
]

function staffSet(id: string, title: string, evidence: StaffEvidence): LabelledSet {
  return { id, title, gate: null, hasGroups: false, batches: (sizes) => staffBatches(sizes, evidence) }
}

function* staffBatches(sizes: Sizes, evidence: StaffEvidence): Generator<Batch> {
  for (const school of inventedSchools(sizes)) {
    const random = randomFor(sizes.seed, school.code, school.phase.country, 'staff sides')
    const staff = school.people.filter((person) => person.kind === 'staff')
    const options = {
      seed: sizes.seed,
      percent: DAMAGED_PERCENT,
      by: 'second',
      evidenceOf: () => ({ ...evidence, hasUpn: false }),
    } as const
    const people = damageBothWays(school, staff, options)
    const wed = people.map((it, place) => afterWedding(random, { it, school, person: staff[place] }))
    yield divide(random, wed, { kind: 'staff', overlap: OVERLAP })
  }
}

/** The source knows the new name; the directory still has the old one. */
function afterWedding(random: Random, { it, school, person }: { it: TwoSided; school: School; person: Person | undefined }): TwoSided {
  const { arriving, label } = it
  if (person?.sex !== 'female' || !random.chance(MARRIED)) return it
  const taken = drawSurname(random)
  const lastName = random.chance(DOUBLE_BARRELLED) ? `${arriving.lastName}-${taken}` : taken
  const isNewAddress = random.chance(NEW_ADDRESS)
  const address = `${arriving.firstName?.charAt(0)}.${lastName}`.toLowerCase().replaceAll(/[^a-z.]/gu, '')
  const email = arriving.email === null || !isNewAddress ? arriving.email : `${address}@${school.domain}`
  const damages = [...label.damages, isNewAddress ? 'married, with a new address' : 'married, address kept']
  return { ...it, arriving: { ...arriving, lastName, email }, label: { ...label, damages } }
}
