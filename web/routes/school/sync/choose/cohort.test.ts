import { describe, expect, it } from 'vitest'
import { choiceOf, cohortOf, isNobody, keptOf, type PupilChoice } from './cohort.ts'

const KEPT = { yearGroups: ['3'], registrationClasses: [] }
const choice = (more: Partial<PupilChoice> = {}): PupilChoice => ({ kind: 'years', years: [], classes: [], isOnly: false, ...more })

describe('which pupils', () => {
  it.each([
    ['all', null],
    ['years', { yearGroups: ['3', '4'], registrationClasses: [] }],
    ['classes', { yearGroups: [], registrationClasses: ['3 Oak'] }],
  ] as const)('S-82 %s: read and said alike', (kind, cohort) => {
    const said = cohort === null ? null : { yearGroups: [...cohort.yearGroups], registrationClasses: [...cohort.registrationClasses] }
    expect(choiceOf({ cohort: said }).kind).toBe(kind)
    expect(cohortOf(choiceOf({ cohort: said }))).toEqual({ cohort: said, isOnly: false })
  })

  it('sends one list only, and keeps the other ticked on the page', () => {
    expect(cohortOf(choice({ years: ['3'], classes: ['3 Oak'] })).cohort).toEqual({ yearGroups: ['3'], registrationClasses: [] })
  })

  it('D25 what is synced already stays unless only these are meant', () => {
    expect(keptOf('years', choice(), KEPT)).toEqual(['3'])
    expect(keptOf('years', choice({ isOnly: true }), KEPT)).toEqual([])
    expect([isNobody(choice(), KEPT), isNobody(choice({ isOnly: true }), KEPT), isNobody(choice(), null)]).toEqual([false, true, true])
  })
})
