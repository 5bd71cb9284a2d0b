import { describe, expect, it } from 'vitest'
import { aSyncedSchool, guardInputOn, type SchoolInMemory } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil, aTeacher, pupils, teachers } from '../../test/support/stories.ts'
import { slicePlan } from './slice-plan.ts'

const MARCH = '2026-03-10'
const SEPTEMBER = '2026-09-10'

/** The parts of a school's plan: how many changes of each kind and operation, and why they wait. */
function partsOn(day: string, school: SchoolInMemory) {
  const input = guardInputOn(day, school)
  const { rest, slices } = slicePlan(input)
  const kinds = (keys: readonly string[]): readonly string[] => [...new Set(keys.map((it) => it.split(' ').slice(0, 2).join(' ')))].sort()
  // nothing is lost, and nothing is in two parts
  const all = [...rest, ...slices.flatMap((it) => it.changes)].map((it) => it.key)
  expect([...all].sort()).toEqual(input.changes.map((it) => it.key).sort())
  return {
    rest: kinds(rest.map((it) => it.key)),
    slices: slices.map(({ holds, changes, counted }) => ({
      why: holds.map((it) => `${it.population} ${it.code} ${it.count}`),
      changes: changes.length,
      kinds: kinds(changes.map((it) => it.key)),
      counted: counted.size,
    })),
    slicesAsTheyAre: slices,
  }
}

const SCHOOL = aSyncedSchool({ source: [...teachers(30), ...pupils(100)] })

describe('a plan in parts', () => {
  it('D20 nothing is held where no limit is passed', () => {
    expect(partsOn(MARCH, { ...SCHOOL, source: SCHOOL.source.slice(1) })).toMatchObject({ rest: ['person desync'], slices: [] })
  })

  it('D20 what is held is the kind and operation that tripped; everybody else goes on', () => {
    const source = [...teachers(30), aPupil('p1', { lastName: 'Ashdown' }), ...pupils(79, {}, 2), ...pupils(3, {}, 201)]
    expect(partsOn(MARCH, { ...SCHOOL, source })).toMatchObject({
      rest: ['person create', 'person update'],
      slices: [{ why: ['pupil leavers 20'], changes: 20, kinds: ['person desync'], counted: 20 }],
    })
  })

  it('D20 two kinds that trip are two parts, each for itself', () => {
    const source = [...teachers(20), ...pupils(80)]
    expect(partsOn(MARCH, { ...SCHOOL, source }).slices).toMatchObject([
      { why: ['pupil leavers 20'], changes: 20 },
      { why: ['staff leavers 10'], changes: 10 },
    ])
  })

  it('D20 ids re-keyed hold leavers and joiners together', () => {
    const rekeyed = SCHOOL.source.map((it) => (it.sourceId === 'p1' && it.kind === 'pupil' ? { ...it, sourceId: 'x1' } : it))
    const { slices } = partsOn(MARCH, { ...SCHOOL, source: [...rekeyed, aPupil('p301')] })
    // the pair that was one person: who leaves and everybody who joins
    expect(slices).toMatchObject([{ why: ['pupil ids_rekeyed 1'], kinds: ['person create', 'person desync'], changes: 3, counted: 1 }])
  })

  it('D20 a class that loses everybody holds all who leave, and who moves out of it', () => {
    const school = aSyncedSchool({
      source: [aClass('7A'), aClass('7B'), ...pupils(4, { classes: ['7A'] }), ...pupils(60, { classes: ['7B'] }, 11)],
    })
    const source = [aClass('7A'), aClass('7B'), aPupil('p1', { classes: ['7B'] }), ...pupils(59, { classes: ['7B'] }, 11)]
    const { slices, rest } = partsOn(MARCH, { ...school, source })
    expect(slices).toMatchObject([{ why: ['class group_emptied 4'], changes: 5, kinds: ['person desync', 'person update'] }])
    expect(rest).toEqual([])
  })

  it('D20, S-104 a class is not archived while the pupils who would go out of it wait', () => {
    const school = aSyncedSchool({
      source: [aClass('7A'), aClass('7B'), ...pupils(4, { classes: ['7A'] }), ...pupils(60, { classes: ['7B'] }, 11)],
    })
    const source = [aClass('7B'), ...pupils(4, { classes: ['7B'] }), ...pupils(60, { classes: ['7B'] }, 11)]
    const { slices, rest } = partsOn(MARCH, { ...school, source })
    expect(slices).toMatchObject([{ why: ['class group_emptied 4'], changes: 5, kinds: ['class archive', 'person update'], counted: 4 }])
    expect(rest).toEqual([])
  })

  it('D20 whoever is put into a class that waits, waits with it', () => {
    const source = [
      ...Array.from({ length: 25 }, (_, at) => aClass(`old${at}`)),
      ...pupils(25).map((it, at) => inClass(it.sourceId, `old${at}`)),
    ]
    const school = aSyncedSchool({ source })
    const fresh = Array.from({ length: 25 }, (_, at) => [aClass(`new${at}`), aPupil(`q${901 + at}`, { classes: [`new${at}`] })]).flat()
    const few = { ...school.settings, limits: { ...school.settings.limits, joiners: { count: 20, share: 0.5 } } }
    const { slices, rest } = partsOn(MARCH, { ...school, settings: few, source: [...source, ...fresh] })
    expect(slices).toMatchObject([{ why: ['pupil joiners 25', 'class joiners 25'], changes: 50 }])
    expect(rest).toEqual([])
  })

  it('D20 says how many of those who leave are expected, and holds them with the others', () => {
    const topYear = pupils(30, { yearGroup: 'Year 11' }, 501)
    const school = aSyncedSchool({ source: [...topYear, ...pupils(100, { yearGroup: 'Year 10' })] })
    const { slicesAsTheyAre } = partsOn(SEPTEMBER, { ...school, source: pupils(88, { yearGroup: 'Year 10' }) })
    expect(slicesAsTheyAre[0]?.holds).toEqual([expect.objectContaining({ code: 'leavers', count: 12, expected: 30, linked: 130 })])
    expect(slicesAsTheyAre[0]).toMatchObject({ counted: { size: 12 }, changes: { length: 42 } })
  })

  it('D20 does not depend on who was counted first: the parts are in the order of the plan', () => {
    const source = [...teachers(20), ...pupils(80)]
    const { slices } = slicePlan(guardInputOn(MARCH, { ...SCHOOL, source }))
    for (const { changes } of slices) expect(changes.map((it) => it.key)).toEqual(changes.map((it) => it.key).sort())
  })
})

describe('the likely cause of a hold', () => {
  const causeOn = (day: string, school: SchoolInMemory) => slicePlan(guardInputOn(day, school)).slices.flatMap((it) => it.holds)[0]?.cause

  it('D20 names the few classes that nobody is left in', () => {
    const classes = [aClass('3 Ash'), aClass('3 Elm'), aClass('4 Oak')]
    const staying = pupils(100, { classes: ['4 Oak'] }, 101)
    const leaving = [...pupils(8, { classes: ['3 Ash'] }), ...pupils(3, { classes: ['3 Elm'] }, 21)]
    const school = aSyncedSchool({ source: [...classes, ...leaving, ...staying] })
    expect(causeOn(MARCH, { ...school, source: [...classes, ...staying] })).toEqual({
      code: 'in_classes',
      count: 11,
      names: ['3 Ash', '3 Elm'],
    })
  })

  it('D20 names a year group that is gone as a whole', () => {
    const school = aSyncedSchool({ source: [...pupils(20, { yearGroup: 'Year 9' }, 301), ...pupils(60)] })
    expect(causeOn(MARCH, { ...school, source: pupils(60) })).toEqual({ code: 'in_year_groups', count: 20, names: ['Year 9'] })
  })

  it('D20 names the one detail that changes', () => {
    const source = [...teachers(30), ...pupils(60, { lastName: 'Ashdown' }), ...pupils(40, {}, 61)]
    expect(causeOn(MARCH, { ...SCHOOL, source })).toEqual({ code: 'one_field', count: 60, names: ['lastName'] })
  })

  it('D20 says nothing where they have nothing in common', () => {
    expect(causeOn(MARCH, { ...SCHOOL, source: [...teachers(30), ...pupils(80)] })).toBeUndefined()
    expect(causeOn(MARCH, { ...SCHOOL, source: [...SCHOOL.source, ...teachers(60, {}, 101), aTeacher('t900')] })).toBeUndefined()
  })
})

function inClass(sourceId: string, name: string) {
  return aPupil(sourceId, { classes: [name] })
}
