import { describe, expect, it } from 'vitest'
import { aClass, aPupil } from '../../test/support/stories.ts'
import { recordKey } from '../roster/index.ts'
import { schoolSettingsSchema } from '../schools/index.ts'
import { isInCohort, isYearStart } from './school-rules.ts'
import { yearGroupReaderOf } from './year-group-reader.ts'

const SETTINGS = schoolSettingsSchema.parse({})

describe('the start of the year', () => {
  it.each([
    ['Europe/London', '2026-08-14T22:59:59Z', false],
    ['Europe/London', '2026-08-14T23:00:00Z', true],
    ['Europe/London', '2026-09-30T22:59:59Z', true],
    ['Europe/London', '2026-09-30T23:00:00Z', false],
    ['America/New_York', '2026-08-15T03:59:59Z', false],
    ['America/New_York', '2026-08-15T04:00:00Z', true],
  ])('D19 is told by the school’s own clock: %s at %s: %s', (timeZone, now, isStart) => {
    expect(isYearStart({ timeZone }, SETTINGS, new Date(now))).toBe(isStart)
  })

  it.each([
    ['2026-12-19', false],
    ['2026-12-20', true],
    ['2027-01-31', true],
    ['2027-02-01', false],
  ])('D19 may turn over the year’s end, where the year starts in January: %s: %s', (day, isStart) => {
    const settings = { yearStartWindow: { from: '12-20', to: '01-31' } }
    expect(isYearStart({ timeZone: 'UTC' }, settings, new Date(`${day}T12:00:00Z`))).toBe(isStart)
  })
})

describe('the cohort', () => {
  const records = [aClass('c1', { name: '7A' }), aClass('c2', { kind: 'subject', name: 'Maths' }), aClass('c3', { name: '8A' })]
  const current = new Map(records.map((it) => [recordKey(it.kind, it.sourceId), it]))
  const years = yearGroupReaderOf(new Map(), { vocabulary: 'en-GB' }, SETTINGS)
  const ada = aPupil('p1', { yearGroup: 'Y7', classes: ['c1', 'c2'] }).body

  it.each([
    ['everybody, without a choice', null, true],
    ['everybody, with an empty one', { yearGroups: [], registrationClasses: [] }, true],
    ['those of a chosen year, however it is spelt', { yearGroups: ['7'], registrationClasses: [] }, true],
    ['those of a chosen registration class', { yearGroups: [], registrationClasses: ['7A'] }, true],
    ['those of either', { yearGroups: ['8'], registrationClasses: ['7A'] }, true],
    ['nobody of another year', { yearGroups: ['8'], registrationClasses: [] }, false],
    ['nobody of another class', { yearGroups: [], registrationClasses: ['8A'] }, false],
    ['nobody for a subject class', { yearGroups: [], registrationClasses: ['Maths'] }, false],
  ])('S-82, D25 holds %s', (_who, cohort, isIn) => {
    expect(isInCohort(cohort, ada, { current, years })).toBe(isIn)
  })

  it('S-82 holds nobody without a year group when years are chosen', () => {
    expect(isInCohort({ yearGroups: ['7'], registrationClasses: [] }, aPupil('p2', { yearGroup: null }).body, { current, years })).toBe(
      false,
    )
  })
})
