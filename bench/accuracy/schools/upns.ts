import { ACADEMIC_YEAR, district, type Person, type Random, randomFor, type School } from '../../../fixtures/index.ts'
import { type Batch, divide, type LabelledSet, type Sizes, type TwoSided } from '../labelled-set.ts'
import { damageBothWays } from './damage-both-ways.ts'
import { OVERLAP } from './school-sets.ts'

const DAMAGED_PERCENT = 20
/** Of the temporary UPNs of the directory, so many are permanent in the source, and of those so many with the old one beside it. */
const MADE_PERMANENT = 0.8
const FORMER_KEPT = 0.6
/** Pupils of the source who have the UPN of the next child in the list too, and pairs of twins or neighbours whose UPNs are crossed. */
const DUPLICATE = 0.004
const CROSSED = 0.004
const CROSSED_TWINS = 0.04

/** First syncs of UK schools whose UPNs are as UPNs are: missing, temporary, former, given twice, and crossed. */
export const upnSets: readonly LabelledSet[] = [
  {
    id: 'upns',
    title: 'Schools with UPNs, some wrong, 20 % damaged',
    gate: 'schools',
    hasGroups: false,
    batches: upnBatches,
  },
]

function* upnBatches({ seed, schools, pupils }: Sizes): Generator<Batch> {
  const options = { schools: Math.ceil(schools / 2), pupils, seed: `${seed} upns`, country: 'uk', academicYear: ACADEMIC_YEAR } as const
  for (const { school } of district(options, 1)) {
    const random = randomFor(seed, school.code, 'upns')
    const children = school.people.filter((person) => person.kind === 'pupil')
    // every third school knows UPNs only, the next e-mail addresses too
    const evidence = { hasUpn: true, hasEmail: school.index % 3 > 0, hasCustomId: false }
    const by = school.index % 2 === 0 ? 'generator' : 'second'
    const people = damageBothWays(school, children, { seed, percent: DAMAGED_PERCENT, by, evidenceOf: () => evidence })
    const permanent = people.map((it) => madePermanent(random, school, it))
    yield divide(random, mixedUp(random, children, permanent), { kind: 'pupil', overlap: OVERLAP })
  }
}

function madePermanent(random: Random, school: School, it: TwoSided): TwoSided {
  const { upn } = it.arriving
  if (upn === null || !/[A-Z]$/u.test(upn) || !random.chance(MADE_PERMANENT)) return it
  const formerUpn = random.chance(FORMER_KEPT) ? upn : null
  return changed(
    it,
    { upn: school.registers.upn(ACADEMIC_YEAR), formerUpn },
    `UPN made permanent, former one ${formerUpn ? 'kept' : 'lost'}`,
  )
}

/** The source's UPNs given twice or crossed between neighbours of the list, most often twins. */
function mixedUp(random: Random, children: readonly Person[], people: readonly TwoSided[]): TwoSided[] {
  const result = [...people]
  for (const [place, one] of people.entries()) {
    const other = result[place + 1]
    if (other === undefined || result[place] !== one || one.arriving.upn === null || other.arriving.upn === null) continue
    const areTwins = children[place]?.twins !== null && children[place]?.twins === children[place + 1]?.twins
    if (random.chance(areTwins ? CROSSED_TWINS : CROSSED)) {
      const detail = areTwins ? 'UPN crossed with the twin' : 'UPN crossed with a neighbour'
      result[place] = changed(one, { upn: other.arriving.upn }, detail)
      result[place + 1] = changed(other, { upn: one.arriving.upn }, detail)
    } else if (random.chance(DUPLICATE)) {
      result[place] = changed(one, { upn: other.arriving.upn }, 'UPN of somebody else')
    }
  }
  return result
}

function changed(it: TwoSided, fields: Partial<TwoSided['arriving']>, detail: string): TwoSided {
  return { ...it, arriving: { ...it.arriving, ...fields }, label: { ...it.label, damages: [...it.label.damages, detail] } }
}
