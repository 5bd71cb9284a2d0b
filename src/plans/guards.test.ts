import { describe, expect, it } from 'vitest'
import { aSyncedSchool, holdsOn, type SchoolInMemory } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil, aTeacher, pupils, teachers } from '../../test/support/stories.ts'
import type { PersonFields } from '../roster/index.ts'
import type { SourceRecord } from '../snapshots/index.ts'

const MARCH = '2026-03-10'

const saidOn = (day: string, school: SchoolInMemory) =>
  holdsOn(day, school).map((it) => `${it.population} ${it.code} ${it.count}/${it.linked}${it.name === undefined ? '' : ` ${it.name}`}`)

/** The school once its MIS has lost the first so many of its people, and gained so many. */
function moved(school: SchoolInMemory, { lost = 0, gained = [] }: { lost?: number; gained?: readonly SourceRecord[] }): SchoolInMemory {
  return { ...school, source: [...school.source.slice(lost), ...gained] }
}

/** The school once the first so many of the people here are protected. */
function guarded(school: SchoolInMemory, count: number): SchoolInMemory {
  const people = new Map([...school.directory.people].map(([id, it], index) => [id, index < count ? { ...it, isProtected: true } : it]))
  return { ...school, directory: { ...school.directory, people } }
}

/** The school once its MIS says something else about the first so many. */
function changed(school: SchoolInMemory, count: number, fields: Partial<PersonFields>): SchoolInMemory {
  const source = school.source.map((it, index) =>
    it.kind !== 'class' && index < count ? { ...it, body: { ...it.body, fields: { ...it.body.fields, ...fields } } } : it,
  )
  return { ...school, source }
}

describe('limits on people who leave', () => {
  it.each([
    [200, 9, 'below the number', []],
    [200, 10, 'at both', ['pupil leavers 10/200']],
    [201, 10, 'below the share', []],
    [201, 11, 'above both', ['pupil leavers 11/201']],
    [60, 9, 'the smallest kind that is not small', []],
    [60, 10, 'the smallest kind that is not small', ['pupil leavers 10/60']],
    [59, 11, 'a small kind, below its share', []],
    [59, 12, 'a small kind, above its share', ['pupil leavers 12/59']],
    [10, 2, 'a small kind, below its number', []],
    [15, 3, 'a small kind, at both', ['pupil leavers 3/15']],
  ])('D19 of %i linked pupils %i leave: %s', (linked, lost, _why, said) => {
    expect(saidOn(MARCH, moved(aSyncedSchool({ source: pupils(linked) }), { lost }))).toEqual(said)
  })

  it('D19 counts each kind by itself', () => {
    const school = aSyncedSchool({ source: [...teachers(10), ...pupils(40)] })
    expect(saidOn(MARCH, moved(school, { lost: 3 }))).toEqual(['staff leavers 3/10'])
  })

  it('D19 never counts people who are out of scope, nor the classes and years they empty', () => {
    const classes = [aClass('7A'), aClass('8A')]
    const source = [...classes, ...pupils(20, { classes: ['7A'] }), ...pupils(20, { yearGroup: 'Year 8', classes: ['8A'] }, 21)]
    const school = aSyncedSchool({ source })
    const settings = { ...school.settings, cohort: { yearGroups: ['7'], registrationClasses: [] } }
    expect(saidOn(MARCH, { ...school, settings })).toEqual([])
  })

  it('D19 are settings of the school', () => {
    const school = moved(aSyncedSchool({ source: pupils(100) }), { lost: 10 })
    const settings = { ...school.settings, limits: { ...school.settings.limits, leavers: { count: 11, share: 0.05 } } }
    expect(saidOn(MARCH, school)).toEqual(['pupil leavers 10/100'])
    expect(saidOn(MARCH, { ...school, settings })).toEqual([])
  })
})

describe('limits on people who are new', () => {
  it.each([
    [40, 20, 'at the share, which must be passed', []],
    [40, 21, 'above both', ['pupil joiners 21/40']],
    [30, 19, 'below the number', []],
    [30, 20, 'at the number and above the share', ['pupil joiners 20/30']],
    [0, 200, 'no link yet', []],
  ])('D19 to %i linked pupils come %i new ones: %s', (linked, joined, _why, said) => {
    const school = aSyncedSchool({ source: pupils(linked) })
    expect(saidOn(MARCH, moved(school, { gained: pupils(joined, {}, 1001) }))).toEqual(said)
  })
})

describe('limits on changes', () => {
  it.each([
    [50, 10, 'at the share, which must be passed', []],
    [50, 11, 'above both', ['pupil identity_changes 11/50']],
    [40, 9, 'below the number', []],
    [40, 10, 'at the number and above the share', ['pupil identity_changes 10/40']],
  ])('D19 of %i linked pupils %i change their surname: %s', (linked, count, _why, said) => {
    expect(saidOn(MARCH, changed(aSyncedSchool({ source: pupils(linked) }), count, { lastName: 'Ashdown' }))).toEqual(said)
  })

  it.each([
    ['firstName', 'Robin'],
    ['lastName', 'Ashdown'],
    ['birthDate', '2011-11-11'],
    ['upn', 'H801200001001'],
    ['email', 'somebody@school.example'],
  ] as const)('D19 counts a changed %s as a change of who somebody is', (field, value) => {
    const school = aSyncedSchool({ source: pupils(20) })
    expect(saidOn(MARCH, changed(school, 10, { [field]: value }))).toEqual(['pupil identity_changes 10/20'])
  })

  it.each([
    [40, 30, 'at the share, which must be passed', []],
    [40, 31, 'above the share', ['pupil other_updates 31/40']],
    [11, 9, 'fewer than ten are never asked about', []],
    [11, 10, 'above the share', ['pupil other_updates 10/11']],
  ])('D19 of %i linked pupils %i change their middle name: %s', (linked, count, _why, said) => {
    expect(saidOn(MARCH, changed(aSyncedSchool({ source: pupils(linked) }), count, { middleName: 'Jo' }))).toEqual(said)
  })
})

describe('limits on classes', () => {
  const names = Array.from({ length: 12 }, (_, index) => `7${String.fromCharCode(65 + index)}`)
  const schoolOf = (count: number) => {
    const source = names.slice(0, count).flatMap((name, index) => [aClass(name), aPupil(`p${index}`, { classes: [name] })])
    return aSyncedSchool({ source })
  }
  const withoutClasses = (school: SchoolInMemory, count: number): SchoolInMemory => ({
    ...school,
    source: school.source.filter((it) => it.kind !== 'class' || names.indexOf(it.sourceId) >= count),
  })
  const renamed = (school: SchoolInMemory): SchoolInMemory => ({
    ...school,
    source: school.source.map((it) => (it.kind === 'class' ? { ...it, body: { ...it.body, name: `${it.body.name} 2` } } : it)),
  })

  it('D19 asks when many end, but not at the start of the year', () => {
    expect(saidOn(MARCH, withoutClasses(schoolOf(12), 2))).toEqual([])
    expect(saidOn(MARCH, withoutClasses(schoolOf(12), 3))).toEqual(['class leavers 3/12'])
    expect(saidOn('2026-09-01', withoutClasses(schoolOf(12), 3))).toEqual([])
  })

  it('D19 asks when most are renamed, but not at the start of the year', () => {
    expect(saidOn(MARCH, renamed(schoolOf(12)))).toEqual(['class other_updates 12/12'])
    expect(saidOn('2026-09-01', renamed(schoolOf(12)))).toEqual([])
  })
})

describe('the start of the year', () => {
  const eleven = pupils(20, { yearGroup: 'Year 11' })
  const ten = pupils(20, { yearGroup: 'Year 10' }, 101)

  it.each([
    ['2026-08-14', true],
    ['2026-08-15', false],
    ['2026-09-30', false],
    ['2026-10-01', true],
  ])('D19 on %s: that the top year leaves is asked about: %s', (day, isAsked) => {
    const school = moved(aSyncedSchool({ source: [...eleven, ...ten] }), { lost: 20 })
    expect(saidOn(day, school)).toEqual(isAsked ? ['pupil leavers 20/40', 'year_group group_emptied 20/40 Year 11'] : [])
  })

  it('D19 still counts leavers of the other years', () => {
    const school = moved(aSyncedSchool({ source: [...ten, ...eleven] }), { lost: 12 })
    expect(saidOn('2026-09-01', school)).toEqual(['pupil leavers 12/40'])
  })

  it('D19 does not count moving up a year, but any other year', () => {
    const school = aSyncedSchool({ source: pupils(40, { yearGroup: 'Year 8' }) })
    expect(saidOn(MARCH, changed(school, 40, { yearGroup: 'Year 9' }))).toEqual([
      'pupil other_updates 40/40',
      'year_group group_emptied 40/40 Year 8',
    ])
    expect(saidOn('2026-09-01', changed(school, 40, { yearGroup: 'Year 9' }))).toEqual([])
    expect(saidOn('2026-09-01', changed(school, 40, { yearGroup: 'Year 6' }))).toEqual(['pupil other_updates 40/40'])
  })

  it('D19 does not count moving to another class', () => {
    const classes = [aClass('7A'), aClass('8A')]
    const school = aSyncedSchool({ source: [...classes, ...pupils(20, { classes: ['7A'] })] })
    const source = [...classes, ...pupils(20, { classes: ['8A'] })]
    expect(saidOn(MARCH, { ...school, source })).toEqual(['pupil other_updates 20/20', 'class group_emptied 20/20 7A'])
    expect(saidOn('2026-09-01', { ...school, source })).toEqual([])
  })
})

describe('what is always asked about', () => {
  it.each([MARCH, '2026-09-01'])('D19 a kind that falls to zero (%s)', (day) => {
    const school = aSyncedSchool({ source: [...teachers(2), ...pupils(3)] })
    expect(saidOn(day, moved(school, { lost: 2, gained: [aTeacher('t77')] }))).toEqual(['staff kind_emptied 2/2'])
  })

  it('D19 a class that loses all of its three pupils; a teacher who comes does not fill it', () => {
    const classes = [aClass('7A'), aClass('7B')]
    const school = aSyncedSchool({
      source: [...classes, ...pupils(3, { classes: ['7A'] }), ...pupils(30, { classes: ['7B'] }, 11), aTeacher('t1')],
    })
    const source = [
      ...classes,
      ...pupils(3, { classes: ['7B'] }),
      ...pupils(30, { classes: ['7B'] }, 11),
      aTeacher('t1', { classes: ['7A'] }),
    ]
    expect(saidOn(MARCH, { ...school, source })).toEqual(['class group_emptied 3/33 7A'])
  })

  it('D19 not a class that is refilled, nor one of two pupils', () => {
    const classes = [aClass('7A'), aClass('7B')]
    const school = aSyncedSchool({ source: [...classes, ...pupils(3, { classes: ['7A'] }), ...pupils(30, { classes: ['7B'] }, 11)] })
    const refilled = [...pupils(3, { classes: ['7B'] }), ...pupils(1, { classes: ['7A'] }, 11), ...pupils(29, { classes: ['7B'] }, 12)]
    expect(saidOn(MARCH, { ...school, source: [...classes, ...refilled] })).toEqual([])
    const small = aSyncedSchool({ source: [...classes, ...pupils(2, { classes: ['7A'] }), ...pupils(30, { classes: ['7B'] }, 11)] })
    expect(
      saidOn(MARCH, { ...small, source: [...classes, ...pupils(2, { classes: ['7B'] }), ...pupils(30, { classes: ['7B'] }, 11)] }),
    ).toEqual([])
  })

  it('D19 a pupil who has become staff', () => {
    const school = aSyncedSchool({ source: [...pupils(5), aTeacher('t9')] })
    expect(saidOn(MARCH, moved(school, { lost: 1, gained: [aTeacher('p1')] }))).toEqual(['staff kind_changed 1/6'])
  })

  it.each([
    ['UPN', { upn: 'H801200001001', firstName: 'Before' }, { upn: 'H801200001001', firstName: 'After' }],
    [
      'name and birth date',
      { birthDate: '2013-05-04', firstName: 'Ada', lastName: 'Marsh' },
      { birthDate: '2013-05-04', firstName: 'Ada', lastName: 'Marsh' },
    ],
  ])('D19 somebody who leaves under one id and comes under another, known by %s', (_by, before, after) => {
    const school = aSyncedSchool({ source: [aPupil('p1', before), ...pupils(30, {}, 11)] })
    expect(saidOn(MARCH, moved(school, { lost: 1, gained: [aPupil('x1', after)] }))).toEqual(['pupil ids_rekeyed 1/31'])
  })

  it.each([
    ['leave', (school: SchoolInMemory) => moved(school, { lost: 2 }), ['pupil protected_person 1/40']],
    ['get another name', (school: SchoolInMemory) => changed(school, 2, { lastName: 'Otherwise' }), ['pupil protected_person 1/40']],
    ['get another sex only', (school: SchoolInMemory) => changed(school, 2, { sex: 'other' }), []],
    [
      'are out of scope',
      (school: SchoolInMemory) => ({ ...school, settings: { ...school.settings, cohort: { yearGroups: ['3'], registrationClasses: [] } } }),
      ['pupil protected_person 1/40'],
    ],
  ])('N-14 one protected person is enough to wait when people %s', (_what, then, said) => {
    const school = aSyncedSchool({ source: pupils(40) })
    expect(saidOn(MARCH, then(school)).filter((it) => it.includes('protected'))).toEqual([])
    expect(saidOn(MARCH, then(guarded(school, 1)))).toEqual(said)
  })

  it('N-14 protected people whom nothing happens to hold nothing', () => {
    expect(
      saidOn(MARCH, moved(guarded(aSyncedSchool({ source: [...teachers(5), ...pupils(40)] }), 3), { gained: pupils(3, {}, 90) })),
    ).toEqual([])
  })

  it('D19 an ordinary day passes', () => {
    const school = aSyncedSchool({ source: [...teachers(10), ...pupils(200)] })
    expect(saidOn(MARCH, changed(moved(school, { gained: pupils(3, {}, 900) }), 5, { lastName: 'Ashdown' }))).toEqual([])
  })
})
