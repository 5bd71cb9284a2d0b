import { describe, expect, it } from 'vitest'
import { aSyncedSchool, look, type SchoolInMemory } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil, pupils, teachers } from '../../test/support/stories.ts'
import { nextYearGroup } from '../roster/index.ts'
import { type Limits, schoolSettingsSchema } from '../schools/index.ts'
import { guardCounts, wouldHold } from './guard-counts.ts'
import { guard } from './guards.ts'
import type { GuardInput } from './hold.ts'
import { lookAt } from './seen-by-guards.ts'

const USUAL = schoolSettingsSchema.parse({}).limits
const TRIED: readonly Limits[] = [
  USUAL,
  { ...USUAL, leavers: { count: 30, share: 0.3 } },
  { ...USUAL, leavers: { count: 1, share: 0 }, smallKind: 0 },
  { ...USUAL, leaversOfSmallKind: { count: 1, share: 0 }, smallKind: 1_000 },
  { ...USUAL, joiners: { count: 1, share: 0.1 } },
  { ...USUAL, joiners: { count: 100, share: 1 } },
  { ...USUAL, identityChanges: { count: 1, share: 0 } },
  { ...USUAL, identityChanges: { count: 12, share: 0.9 }, otherUpdatesShare: 0.05 },
  { ...USUAL, otherUpdatesShare: 1 },
]

/** A school of two years with a class each, once its MIS says something else. */
function after(change: (school: SchoolInMemory) => SchoolInMemory['source']): SchoolInMemory {
  const classes = [aClass('7A'), aClass('8A')]
  const eight = pupils(40, { yearGroup: 'Year 8', classes: ['8A'] }, 41)
  const school = aSyncedSchool({ source: [...classes, ...teachers(4), ...pupils(40, { classes: ['7A'] }), ...eight] })
  return { ...school, source: change(school) }
}

const STORIES: readonly (readonly [string, SchoolInMemory])[] = [
  ['nothing changes', after(({ source }) => source)],
  ['three pupils leave', after(({ source }) => source.slice(0, -3))],
  ['twelve pupils leave', after(({ source }) => source.slice(0, -12))],
  ['a year leaves', after(({ source }) => source.slice(0, -40))],
  ['all teachers leave', after(({ source }) => source.filter((it) => it.kind !== 'staff'))],
  ['fifty join', after(({ source }) => [...source, ...pupils(50, { classes: ['7A'] }, 100)])],
  [
    'everybody has another surname',
    after(({ source }) =>
      source.map((it) => (it.kind === 'pupil' ? aPupil(it.sourceId, { ...it.body.fields, lastName: `Of${it.sourceId}` }) : it)),
    ),
  ],
  [
    'everybody moves up',
    after(({ source }) =>
      source.map((it) =>
        it.kind === 'pupil' && it.body.fields.yearGroup === 'Year 7'
          ? aPupil(it.sourceId, { ...it.body.fields, yearGroup: 'Year 8', classes: ['8A'] })
          : it,
      ),
    ),
  ],
]

function inputOf(school: SchoolInMemory, limits: Limits, isYearStart: boolean): GuardInput {
  const { plan, changes } = look(school)
  return { plan, changes, limits, isYearStart, nextYearGroup: (code) => nextYearGroup(code, school.vocabulary) }
}

describe('what guards counted', () => {
  it.each(STORIES)('says of any limits what the guards say: %s (D19)', (_, school) => {
    for (const isYearStart of [false, true])
      for (const limits of TRIED) {
        const input = inputOf(school, limits, isYearStart)
        expect([limits, isYearStart, wouldHold(guardCounts(lookAt(input)), limits, isYearStart)]).toEqual([
          ...[limits, isYearStart, guard(input).length > 0],
        ])
      }
  })

  it('the stories tell limits apart', () => {
    const said = STORIES.flatMap(([, school]) =>
      TRIED.map((limits) => wouldHold(guardCounts(lookAt(inputOf(school, limits, false))), limits, false)),
    )
    expect(said.filter(Boolean).length).toBeGreaterThan(15)
    expect(said.filter((it) => !it).length).toBeGreaterThan(15)
  })
})
