import { describe, expect, it } from 'vitest'
import { aSchool, aSyncedSchool, decided, heldByHand, look, type SchoolInMemory, said, sync } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil, aTeacher, pupils } from '../../test/support/stories.ts'
import type { DirectoryPerson } from '../directory/index.ts'
import type { Change } from './plan.ts'

const ADA = { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' }

const people = (school: SchoolInMemory): readonly Change[] => look(school).changes.filter((it) => it.recordKind === 'person')
const keys = (school: SchoolInMemory) => look(school).changes.map((it) => it.key)

/** The school after somebody edited one of its people. */
function edited(school: SchoolInMemory, id: string, edit: (person: DirectoryPerson) => Partial<DirectoryPerson>): SchoolInMemory {
  const person = school.directory.people.get(id)
  if (person === undefined) throw new Error(`nobody is called ${id}`)
  const held = new Map([...school.directory.people, [id, { ...person, ...edit(person) }]])
  return { ...school, directory: { ...school.directory, people: held } }
}

describe('fields', () => {
  it('S-66 the MIS wins: what differs is overwritten, field by field, before and after side by side', () => {
    const school = {
      ...aSyncedSchool({ source: [aPupil('p1', ADA)] }),
      source: [aPupil('p1', { ...ADA, firstName: 'Al', middleName: 'Rose' })],
    }
    expect(people(school)).toEqual([
      {
        key: 'person update our-p1',
        recordKind: 'person',
        population: 'pupil',
        operation: 'update',
        recordId: 'our-p1',
        source: { connection: 'mis', kind: 'pupil', id: 'p1' },
        before: { fields: { firstName: 'Ada', middleName: null }, enrolments: [], link: null },
        after: { fields: { firstName: 'Al', middleName: 'Rose' }, enrolments: [], link: null },
        reason: { code: 'person.changed_in_source', params: {} },
      },
    ])
  })

  it('S-67 year group and class are overwritten, both values there before the save', () => {
    const classes = [aClass('7A'), aClass('8A')]
    const school = aSyncedSchool({ source: [...classes, aPupil('p1', { classes: ['7A'] }), aPupil('p2', { classes: ['8A'] })] })
    const moved = { ...school, source: [...classes, aPupil('p1', { yearGroup: 'Y8', classes: ['8A'] }), aPupil('p2', { classes: ['8A'] })] }
    expect(people(moved)).toMatchObject([
      {
        before: { fields: { yearGroup: '7' }, enrolments: [{ class: 'our-7A', role: 'pupil', isPrimary: true }] },
        after: { fields: { yearGroup: '8' }, enrolments: [{ class: 'our-8A', role: 'pupil', isPrimary: true }] },
      },
    ])
  })

  it('S-66 what the source does not carry stays as it is here', () => {
    const school = heldByHand([aPupil('p1', { ...ADA, customId: '4711' })], { source: [aPupil('p1', ADA)] })
    expect(sync(school).school.directory.people.get('our-p1')?.fields.customId).toBe('4711')
  })

  it('S-66 what the source carries as empty is emptied', () => {
    const school = aSyncedSchool({ source: [aPupil('p1', { ...ADA, middleName: 'Rose' })] })
    expect(people({ ...school, source: [aPupil('p1', { ...ADA, middleName: null })] })[0]?.after.fields).toEqual({ middleName: null })
  })

  it('D5 a teacher’s e-mail that somebody here took over is left, everything else is not', () => {
    const school = aSyncedSchool({ source: [aTeacher('t1')] })
    const here = edited(school, 'our-t1', ({ fields }) => ({ localFields: ['email'], fields: { ...fields, email: 'here@school.example' } }))
    expect(people({ ...here, source: [aTeacher('t1', { email: 'mis@school.example', lastName: 'Bell' })] })[0]?.after.fields).toEqual({
      lastName: 'Bell',
    })
  })
})

describe('who is taken up', () => {
  it('S-53, S-50 a new pupil with every field, class and link, and a second time nobody', () => {
    const school = aSchool({ source: [aClass('7A'), aPupil('p1', { ...ADA, classes: ['7A'] })] })
    expect(people(school)).toMatchObject([
      {
        key: 'person create pupil p1',
        recordId: null,
        before: { fields: {}, enrolments: [], link: { state: 'none' } },
        after: {
          fields: { kind: 'pupil', ...ADA, yearGroup: '7', status: 'active' },
          enrolments: [{ class: 'new:7A' }],
          link: { state: 'live' },
        },
      },
    ])
    expect(keys(sync(school).school)).toEqual([])
  })

  it('S-54 a matched pair is linked and made equal in one change', () => {
    const school = heldByHand([aPupil('p1', ADA)], { source: [aPupil('x', { ...ADA, middleName: 'Rose' })] })
    expect(people(school)).toMatchObject([
      {
        key: 'person link our-p1',
        before: { link: { state: 'none' } },
        after: { fields: { middleName: 'Rose' }, link: { state: 'live' } },
        reason: { code: 'person.matched' },
      },
    ])
  })

  it('S-52 nobody who is Not matched: byte for byte as they were', () => {
    const school = heldByHand(pupils(2), { source: [aPupil('p1')] })
    const { directory } = sync(school).school
    expect(directory.people.get('our-p2')).toBe(school.directory.people.get('our-p2'))
  })

  it('S-140, S-143 nobody with an error, and everybody else', () => {
    const source = [
      aClass('7A'),
      aPupil('p1', { classes: ['7A'] }),
      aPupil('p2', { classes: [] }),
      aTeacher('t1', { email: null }),
      aTeacher('t2'),
    ]
    expect(people(aSchool({ source })).map((it) => it.key)).toEqual(['person create pupil p1', 'person create staff t2'])
  })

  it('S-140 a linked person with an error keeps the link and is not changed', () => {
    const school = aSyncedSchool({ source: [aTeacher('t1'), aTeacher('t2')] })
    expect(keys({ ...school, source: [aTeacher('t1', { email: null, lastName: 'Bell' }), aTeacher('t2')] })).toEqual([])
  })
})

describe('who leaves', () => {
  it('S-191, D8 keeps class, year and everything: only the link ends, with its reason', () => {
    const classes = [aClass('7A'), aClass('7B')]
    const school = aSyncedSchool({ source: [...classes, aPupil('p1', { classes: ['7A'] }), aPupil('p2', { classes: ['7B'] })] })
    const left = { ...school, source: [...classes, aPupil('p2', { classes: ['7B'] })] }
    expect(people(left)).toMatchObject([
      {
        key: 'person desync our-p1',
        before: { fields: {}, enrolments: [], link: { state: 'live' } },
        after: { fields: {}, enrolments: [], link: { state: 'left' } },
      },
    ])
    const after = sync(left).school
    expect(after.directory.people.get('our-p1')).toEqual(school.directory.people.get('our-p1'))
    expect(keys(after)).toEqual([])
  })

  it('S-69, D29 comes back under the same record, with what the MIS says now', () => {
    const school = aSyncedSchool({ source: [aPupil('p1', ADA), aPupil('p2')] })
    const left = sync({ ...school, source: [aPupil('p2')] }).school
    const back = { ...left, source: [aPupil('p1', { ...ADA, lastName: 'Okafor' }), aPupil('p2')] }
    expect(people(back)).toMatchObject([
      {
        key: 'person link our-p1',
        before: { link: { state: 'left' } },
        after: { fields: { lastName: 'Okafor' }, link: { state: 'live' } },
        reason: { code: 'person.came_back' },
      },
    ])
  })
})

describe('links that end', () => {
  it('S-60, D2 by a person’s word: as unmatched, and the other side may become somebody new', () => {
    const school = decided(aSyncedSchool({ source: [aPupil('p1')] }), said('unmatch', 'p1', 'our-p1'))
    expect(keys(school)).toEqual(['person create pupil p1', 'person unlink our-p1 mis pupil p1'])
    expect(keys(sync(school).school)).toEqual([])
  })

  it('D23, S-18 by another MIS: as cleared, for the kinds it carries, and everybody is linked anew', () => {
    const source = [aClass('7A'), aPupil('p1', { classes: ['7A'] }), aTeacher('t1')]
    const school = aSyncedSchool({ source })
    const theirs = [aClass('c-1', { name: '7A' }), aPupil('n-1', { ...aPupil('p1').body.fields, classes: ['c-1'] })]
    const other = { ...school, connection: 'other', source: theirs, incomplete: { ...school.incomplete, staff: 'not in the source' } }
    expect(keys(other)).toEqual([
      'class link our-7A',
      'class unlink our-7A mis class 7A',
      'person link our-p1',
      'person unlink our-p1 mis pupil p1',
      'year_group link 7',
      'year_group unlink 7 mis year_group 7',
    ])
    const after = sync(other).school
    expect(keys(after)).toEqual([])
    expect(after.directory.people.size).toBe(2)
  })

  it('D23 the first MIS again: its cleared links are taken up by matching, never by themselves', () => {
    const source = [aClass('7A'), aPupil('p1', { classes: ['7A'] })]
    const first = aSyncedSchool({ source })
    const other = sync({ ...first, connection: 'other' }).school
    const back = { ...other, connection: 'mis' }
    expect(look(back).rows.map((it) => it.status)).toEqual(['matched'])
    const after = sync(back).school
    expect(after.directory.people.size).toBe(1)
    expect(keys(after)).toEqual([])
  })
})

describe('memberships', () => {
  it('S-100 a pupil has one registration class: one made here gives way to the MIS’s', () => {
    const school = heldByHand([aClass('7Z'), aPupil('p1', { classes: ['7Z'] })], {
      source: [aClass('7A'), aPupil('p1', { classes: ['7A'] })],
    })
    const enrolments = sync(school).school.directory.people.get('our-p1')?.enrolments
    expect(enrolments).toEqual([{ class: 'our-7A', role: 'pupil', isPrimary: true }])
  })

  it('S-100, S-101 any number of others; groups made here are not touched', () => {
    const held = [aClass('chess', { kind: 'group' }), aPupil('p1', { classes: ['chess'] })]
    const source = [aClass('ma', { kind: 'subject' }), aClass('sc', { kind: 'subject' }), aPupil('p1', { classes: ['ma', 'sc'] })]
    const enrolments = sync(heldByHand(held, { source })).school.directory.people.get('our-p1')?.enrolments
    expect(enrolments?.map((it) => it.class)).toEqual(['our-chess', 'our-ma', 'our-sc'])
  })

  it('S-66 a source without memberships leaves them alone', () => {
    const school = aSyncedSchool({ source: [aClass('7A'), aPupil('p1', { classes: ['7A'] })] })
    expect(keys({ ...school, source: [aPupil('p1')], incomplete: { ...school.incomplete, class: 'not in the source' } })).toEqual([])
  })
})
