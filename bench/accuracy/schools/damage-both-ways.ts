import { type Person, randomFor, type School, withDamage } from '../../../fixtures/index.ts'
import { damagedAt } from '../damage/damage.ts'
import type { TwoSided } from '../labelled-set.ts'
import { classesByYear, type Evidence, labelOf, recordOfPerson } from './record-of-person.ts'

/** Whose idea of damage: the project's generator's, or the one written for this report without looking at the engine. */
export type Damager = 'generator' | 'second'

export interface DamageOptions {
  readonly seed: string
  readonly percent: number
  readonly by: Damager
  readonly evidenceOf: (side: 'held' | 'arriving') => Evidence
}

/** Some people of a school as two systems hold them, so many percent of them damaged in one of the two. */
export function damageBothWays(school: School, people: readonly Person[], options: DamageOptions): TwoSided[] {
  return options.by === 'generator' ? byGenerator(school, people, options) : bySecond(school, people, options)
}

/** The generator damages the arriving side only. */
function byGenerator(school: School, people: readonly Person[], { seed, percent, evidenceOf }: DamageOptions): TwoSided[] {
  const random = randomFor(seed, school.code, school.phase.country, 'damage', percent)
  const damaged = withDamage(random, { ...school, people }, { percent })
  const damages = new Map<number | null, string[]>()
  for (const { now, detail } of damaged.facts) damages.set(now, [...(damages.get(now) ?? []), detail])
  return people.map((person, place) => ({
    held: recordOfPerson(school, person, evidenceOf('held')),
    arriving: recordOfPerson(school, damaged.people[place] ?? person, evidenceOf('arriving')),
    label: labelOf(person, damages.get(person.number) ?? []),
  }))
}

function bySecond(school: School, people: readonly Person[], { seed, percent, evidenceOf }: DamageOptions): TwoSided[] {
  const random = randomFor(seed, school.code, school.phase.country, 'second damage', percent)
  const place = { random, classes: classesByYear(school) }
  return people.map((person) => {
    const [held, arriving] = (['held', 'arriving'] as const).map((side) => recordOfPerson(school, person, evidenceOf(side)))
    if (held === undefined || arriving === undefined) throw new Error('two sides')
    const isHeldDamaged = random.chance(0.5)
    const { record, damages } = damagedAt(place, isHeldDamaged ? held : arriving, percent)
    const label = labelOf(person, damages)
    return isHeldDamaged ? { held: record, arriving, label } : { held, arriving: record, label }
  })
}
