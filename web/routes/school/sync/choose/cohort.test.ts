import { describe, expect, it } from 'vitest'
import { choiceOf, cohortOf } from './cohort.ts'

describe('which pupils', () => {
  it.each([
    ['all', null],
    ['years', { yearGroups: ['3', '4'], registrationClasses: [] }],
    ['classes', { yearGroups: [], registrationClasses: ['3 Oak'] }],
  ] as const)('S-82 %s: read and said alike', (kind, cohort) => {
    const said = cohort === null ? null : { yearGroups: [...cohort.yearGroups], registrationClasses: [...cohort.registrationClasses] }
    expect(choiceOf({ cohort: said }).kind).toBe(kind)
    expect(cohortOf(choiceOf({ cohort: said }))).toEqual(said)
  })

  it('sends one list only, and keeps the other ticked on the page', () => {
    const choice = { kind: 'years', years: ['3'], classes: ['3 Oak'] } as const
    expect(cohortOf(choice)).toEqual({ yearGroups: ['3'], registrationClasses: [] })
  })
})
