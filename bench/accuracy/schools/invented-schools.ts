import { ACADEMIC_YEAR, district, type School } from '../../../fixtures/index.ts'
import type { Sizes } from '../labelled-set.ts'

/** So many invented schools, half of them in the United Kingdom, half in the United States. */
export function* inventedSchools({ seed, schools, pupils }: Pick<Sizes, 'seed' | 'schools' | 'pupils'>): Generator<School> {
  for (const country of ['uk', 'us'] as const) {
    const count = country === 'uk' ? Math.ceil(schools / 2) : Math.floor(schools / 2)
    for (const { school } of district({ schools: count, pupils, seed, country, academicYear: ACADEMIC_YEAR }, 1)) yield school
  }
}
