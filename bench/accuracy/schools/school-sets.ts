import { ACADEMIC_YEAR, district, randomFor } from '../../../fixtures/index.ts'
import { type Batch, divide, type LabelledSet, type Sizes } from '../labelled-set.ts'
import { type Damager, damageBothWays } from './damage-both-ways.ts'
import { inventedSchools } from './invented-schools.ts'
import { labelOf, NO_IDENTIFIERS, recordOfPerson } from './record-of-person.ts'

/** Share of the people who are on both sides: of the rest, half have left and half are new. */
export const OVERLAP = 0.9

/** First syncs without identifiers, at three degrees of damage by either damager. */
export const schoolSets: readonly LabelledSet[] = (['generator', 'second'] as const).flatMap((by) =>
  [5, 20, 30].map((percent) => schoolSet(by, percent)),
)

function schoolSet(by: Damager, percent: number): LabelledSet {
  return {
    id: `${by === 'generator' ? 'schools' : 'others'}-${percent}`,
    title: `Schools, ${percent} % damaged ${by === 'generator' ? "by the project's generator" : 'by the second damager'}`,
    gate: 'schools',
    hasGroups: true,
    batches: (sizes) => schoolBatches(sizes, by, percent),
  }
}

function* schoolBatches(sizes: Sizes, by: Damager, percent: number): Generator<Batch> {
  for (const school of inventedSchools(sizes)) {
    const pupils = school.people.filter((person) => person.kind === 'pupil')
    const people = damageBothWays(school, pupils, { seed: sizes.seed, percent, by, evidenceOf: () => NO_IDENTIFIERS })
    yield divide(randomFor(sizes.seed, school.code, school.phase.country, 'sides', by, percent), people, {
      kind: 'pupil',
      overlap: OVERLAP,
    })
  }
}

/** Last year's directory against this year's source: everybody a year up, classes renamed, a seventh gone and new. No damage. */
export const yearOnSet: LabelledSet = {
  id: 'year-on',
  title: 'A year on, without identifiers',
  gate: null,
  hasGroups: false,
  *batches({ seed, schools, pupils }): Generator<Batch> {
    for (const { first, school, facts } of district(
      { schools: Math.ceil(schools / 4), pupils, seed, country: 'uk', academicYear: ACADEMIC_YEAR },
      2,
    )) {
      const held = first.people.filter((person) => person.kind === 'pupil')
      const arriving = school.people.filter((person) => person.kind === 'pupil')
      const transfers = new Set(facts.filter((it) => it.kind === 'transfer').map((it) => it.now))
      const both = new Set(arriving.filter((it) => !transfers.has(it.number)).map((it) => it.number))
      const random = randomFor(seed, school.code, 'year on')
      yield {
        kind: 'pupil',
        directory: random.shuffled(held).map((person) => ({ ...recordOfPerson(first, person, NO_IDENTIFIERS), id: `d${person.number}` })),
        source: random.shuffled(arriving).map((person) => ({ ...recordOfPerson(school, person, NO_IDENTIFIERS), id: `s${person.number}` })),
        partners: new Map(held.filter((it) => both.has(it.number)).map((it) => [`d${it.number}`, `s${it.number}`])),
        labels: new Map(
          [...held.map((it) => ['d', it] as const), ...arriving.map((it) => ['s', it] as const)].map(([side, it]) => [
            `${side}${it.number}`,
            labelOf(it, []),
          ]),
        ),
      }
    }
  },
}
