import { describe, expect, it } from 'vitest'
import { aSchool, aSyncedSchool, heldByHand, look, type SchoolInMemory, sync } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil, aTeacher, pupils } from '../../test/support/stories.ts'
import type { SourceRecord } from '../snapshots/index.ts'

const keys = (school: SchoolInMemory) =>
  look(school)
    .changes.filter((it) => it.recordKind === 'class')
    .map((it) => it.key)
const yearGroups = (school: SchoolInMemory) => [...school.directory.yearGroups.values()].map((it) => `${it.code} ${it.fields.name}`)

describe('classes of the source', () => {
  it('D24, S-92, S-98 are set up where a synced pupil is in them', () => {
    const source = [
      aClass('7A'),
      aClass('7B'),
      aClass('ma', { kind: 'subject' }),
      aPupil('p1', { classes: ['7A', 'ma'] }),
      aTeacher('t1', { classes: ['7B'] }),
    ]
    expect(keys(aSchool({ source }))).toEqual(['class create 7A', 'class create ma'])
  })

  it.each([
    ['set_up', ['class create 7A', 'class create 7B']],
    ['leave_out', ['class create 7A']],
  ])('S-92 a person may say %s', (decision, changes) => {
    const source = [aClass('7A'), aClass('7B'), aPupil('p1', { classes: ['7A'] })]
    expect(keys(aSchool({ source, classDecisions: new Map([['7B', decision]]) }))).toEqual(changes)
  })

  it('S-92 one that is left out has no members here', () => {
    const source = [aClass('7A'), aClass('ma', { kind: 'subject' }), aPupil('p1', { classes: ['7A', 'ma'] })]
    const { directory } = sync(aSchool({ source, classDecisions: new Map([['ma', 'leave_out']]) })).school
    expect(directory.people.get('our-p1')?.enrolments.map((it) => it.class)).toEqual(['our-7A'])
  })

  it('S-93 of equal names are matched by themselves, whatever the spelling', () => {
    const school = heldByHand([aClass('7A', { name: 'Class 7-A' }), aPupil('p9', { classes: ['7A'] })], {
      source: [aClass('x', { name: 'class 7 a' })],
    })
    expect(keys(school)).toEqual(['class link our-7A'])
  })

  it('S-95 of other names are not, and become classes of their own', () => {
    const school = heldByHand([aClass('7A'), aPupil('p1', { classes: ['7A'] })], {
      source: [aClass('x', { name: '7 Ash' }), aPupil('p1', { classes: ['x'] })],
    })
    expect(keys(school)).toEqual(['class create x'])
  })

  it('S-97 registration and subject classes are separate kinds, even of one name', () => {
    const source = [aClass('x', { kind: 'subject', name: '7A' }), aClass('y', { name: '7A' }), aPupil('p1', { classes: ['y', 'x'] })]
    const school = heldByHand([aClass('7A'), aPupil('p1', { classes: ['7A'] })], { source })
    expect(keys(school)).toEqual(['class create x', 'class link our-7A'])
  })

  it('S-97 one that changes its kind is another class from then on', () => {
    const school = aSyncedSchool({ source: [aClass('7A'), aPupil('p1', { classes: ['7A'] })] })
    const turned = { ...school, source: [aClass('7A', { kind: 'subject' }), aPupil('p1', { classes: ['7A'] })] }
    expect(keys(turned)).toEqual(['class create 7A', 'class unlink our-7A mis class 7A'])
    expect(keys(sync(turned).school)).toEqual([])
  })

  it('S-93 are not guessed among several namesakes: a person must choose', () => {
    const held = [
      aClass('a', { name: 'Maths' }),
      aClass('b', { name: 'Maths' }),
      aPupil('p1', { classes: ['a'] }),
      aPupil('p2', { classes: ['b'] }),
    ]
    expect(keys(heldByHand(held, { source: [aClass('x', { name: 'Maths' })] }))).toEqual([])
  })

  it('S-94 are what a person said they are, in the place of whatever stood there', () => {
    const source = [aClass('7A'), aClass('7B'), aPupil('p1', { classes: ['7A'] }), aPupil('p2', { classes: ['7B'] })]
    const school = { ...aSyncedSchool({ source }), classDecisions: new Map([['7A', 'our-7B']]) }
    expect(keys(school)).toEqual([
      'class create 7B',
      'class link our-7B',
      'class unlink our-7A mis class 7A',
      'class unlink our-7B mis class 7B',
    ])
    const after = sync(school).school
    expect(after.directory.people.get('our-p1')?.enrolments.map((it) => it.class)).toEqual(['our-7B'])
    expect(keys(after)).toEqual([])
  })

  it('S-94 two that are said to be the same one: the first gets it, nothing breaks', () => {
    const held = [aClass('7Z'), aPupil('p1', { classes: ['7Z'] })]
    const source = [aClass('7A'), aClass('7B'), aPupil('p1', { classes: ['7A'] }), aPupil('p2', { classes: ['7B'] })]
    const school = heldByHand(held, {
      source,
      classDecisions: new Map([
        ['7B', 'our-7Z'],
        ['7A', 'our-7Z'],
      ]),
    })
    expect(keys(school)).toEqual(['class create 7B', 'class link our-7Z'])
    expect(keys(sync(school).school)).toEqual([])
  })

  it('S-94 one that is said to be a class that is gone counts as undecided', () => {
    const school = aSchool({ source: [aClass('7A'), aPupil('p1', { classes: ['7A'] })], classDecisions: new Map([['7A', 'gone']]) })
    expect(keys(school)).toEqual(['class create 7A'])
  })

  it('S-99 may be of several years', () => {
    const { directory } = sync(
      aSchool({ source: [aClass('5/6', { yearGroups: ['Year 6', 'Y5'] }), aPupil('p1', { classes: ['5/6'] })] }),
    ).school
    expect(directory.classes.get('our-5/6')?.fields.yearGroups).toEqual(['5', '6'])
  })

  it('S-96 keep our description unless the source has one', () => {
    const school = aSyncedSchool({ source: [aClass('7A', { description: 'Ours' }), aPupil('p1', { classes: ['7A'] })] })
    expect(keys({ ...school, source: [aClass('7A'), aPupil('p1', { classes: ['7A'] })] })).toEqual([])
  })

  it('S-96 are described as a person said when they are set up, and the source leaves that', () => {
    const source = [aClass('7A', { description: 'From the MIS' }), aPupil('p1', { classes: ['7A'] })]
    const { school } = sync(aSchool({ source, classDescriptions: new Map([['7A', 'Meets in the hall']]) }))
    const described = { description: 'Meets in the hall', localFields: ['description'] }
    expect(school.directory.classes.get('our-7A')?.fields).toMatchObject(described)
    const later = sync({ ...school, classDescriptions: new Map() })
    expect(later.school.directory.classes.get('our-7A')?.fields).toMatchObject(described)
    expect(keys({ ...school, classDescriptions: new Map() })).toEqual([])
  })

  it('S-96 one that is here is described anew, or not at all', () => {
    const school = aSyncedSchool({ source: [aClass('7A', { description: 'From the MIS' }), aPupil('p1', { classes: ['7A'] })] })
    const { school: after } = sync({ ...school, classDescriptions: new Map([['7A', '']]) })
    expect(after.directory.classes.get('our-7A')?.fields).toMatchObject({ description: null, localFields: ['description'] })
  })
})

describe('classes that end', () => {
  const source = [aClass('7A'), aClass('7B'), ...pupils(2, { classes: ['7A'] }), ...pupils(2, { classes: ['7B'] }, 11)]
  const school = aSyncedSchool({ source })
  const without = {
    ...school,
    source: source.filter((it) => it.sourceId !== '7B').map((it) => (it.kind === 'pupil' ? aPupil(it.sourceId, { classes: ['7A'] }) : it)),
  }

  it('S-190 stay here: only the link ends, and, where nobody is in it, S-104 archives it', () => {
    const keeping = { ...without, settings: { ...without.settings, archiveEmptied: false } }
    expect(keys(keeping)).toEqual(['class desync our-7B'])
    expect(sync(keeping).school.directory.classes.get('our-7B')).toEqual(school.directory.classes.get('our-7B'))
    expect(keys(without)).toEqual(['class archive our-7B'])
  })

  it('N-05 only where the read of classes is complete, or says so itself', () => {
    const partial = { ...without, incomplete: { ...without.incomplete, class: 'declared partial' } }
    expect(keys(partial)).toEqual([])
    expect(keys({ ...partial, gone: ['class/7B'] })).toEqual(['class archive our-7B'])
  })

  it('D29 come back under the same record, even under a new name', () => {
    const ended = sync(without).school
    const back = { ...ended, source: source.map((it) => (it.sourceId === '7B' ? aClass('7B', { name: '7 Birch' }) : it)) }
    expect(keys(back)).toEqual(['class link our-7B'])
    expect(keys(sync(back).school)).toEqual([])
  })

  it('give nothing to next year’s class of the same name under another id', () => {
    const next = {
      ...school,
      source: source.map(
        (it): SourceRecord =>
          it.kind === 'class' ? aClass(`n-${it.sourceId}`, { name: it.sourceId }) : aPupil(it.sourceId, { classes: ['n-7A'] }),
      ),
    }
    expect(keys(next)).toEqual(['class archive our-7A', 'class archive our-7B', 'class create n-7A'])
    expect(keys(sync(next).school)).toEqual([])
  })
})

describe('year groups', () => {
  it('S-86 are made where synced pupils need them, one for all spellings', () => {
    const spellings = ['6', 'Y6', 'Yr6', 'Year Six', 'year 6']
    const source = spellings.map((yearGroup, index) => aPupil(`p${index}`, { yearGroup }))
    expect(yearGroups(sync(aSchool({ source })).school)).toEqual(['6 Year 6'])
  })

  it('S-89 not for nursery pupils, unless the school includes them', () => {
    const source = [aPupil('p1', { yearGroup: 'Nursery' }), aPupil('p2')]
    const school = aSchool({ source })
    expect(yearGroups(sync(school).school)).toEqual(['7 Year 7'])
    const including = aSchool({ source, settings: { includeNursery: true } })
    expect(yearGroups(sync(including).school)).toEqual(['7 Year 7', 'N2 Nursery'])
  })

  it('S-85 of a spelling nobody knows hold the pupil back until somebody says what it means; then it is remembered', () => {
    const school = aSchool({ source: [aPupil('p1', { yearGroup: 'Upper Blue' })] })
    expect(look(school).rows[0]).toMatchObject({ leftOut: 'pupil.year_group_unmapped', willImport: false })
    const mapped = { ...school, yearGroupMap: new Map([['upper blue', '9']]) }
    expect(sync(mapped).school.directory.people.get('our-p1')?.fields.yearGroup).toBe('9')
    const none = { ...school, yearGroupMap: new Map([['upper blue', null]]) }
    expect(sync(none).school.directory.people.get('our-p1')?.fields.yearGroup).toBeNull()
  })

  it('S-87 carry the MIS’s name once it is mapped', () => {
    const source = [aPupil('p1', { yearGroup: 'Upper Blue' })]
    expect(yearGroups(sync(aSchool({ source, yearGroupMap: new Map([['upper blue', '9']]) })).school)).toEqual(['9 Upper Blue'])
  })

  it('S-88 in use are never taken away', () => {
    const school = aSyncedSchool({ source: [aPupil('p1'), aPupil('p2', { yearGroup: 'Y8' })] })
    const after = sync({ ...school, source: [aPupil('p2', { yearGroup: 'Y8' })] }).school
    expect(yearGroups(after)).toEqual(['7 Year 7', '8 Year 8'])
  })

  it('D33 are grades in an American school', () => {
    const { directory } = sync(aSchool({ vocabulary: 'en-US', source: [aPupil('p1', { yearGroup: '6' })] })).school
    expect(directory.people.get('our-p1')?.fields.yearGroup).toBe('06')
  })
})
