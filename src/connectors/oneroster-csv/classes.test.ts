import { describe, expect, it } from 'vitest'
import { openTable } from '../../tables/index.ts'
import { filesOf, type Recorded, recordRead } from '../support/recording.ts'
import { oneRosterCsv } from './connector.ts'

const ORGS = 'sourcedId,name,type,parentSourcedId\ns1,Oak Primary,school,\ns2,Elm Primary,school,\nd1,Infants,department,s2\n'
const CLASSES = 'sourcedId,status,title,grades,classCode,classType,schoolSourcedId'
const ENROLMENTS = 'sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate'

function read(classes: readonly string[], enrolments: readonly string[] = []): Promise<Recorded> {
  const texts = {
    'orgs.csv': ORGS,
    'users.csv': 'sourcedId,status,orgSourcedIds,role\nu1,,s1,student\n',
    'classes.csv': [CLASSES, ...classes].join('\n'),
    'enrollments.csv': [ENROLMENTS, ...enrolments].join('\n'),
  }
  return recordRead(oneRosterCsv, { files: filesOf(texts), openTable, map: null, now: new Date('2026-10-01T08:00:00Z') })
}

describe('classes', () => {
  it('are registration classes when they are homerooms, else subjects', async () => {
    const { classes } = await read(['c1,,4H,"03,04",4H-code,Homeroom,s1', 'c2,,Maths,,,scheduled,d1', 'c3,,,,ART,,s1', 'c4,,,,,,s1'])
    expect(classes).toEqual([
      {
        school: 's1',
        it: { sourceId: 'c1', kind: 'registration', name: '4H', code: '4H-code', description: null, yearGroups: ['03', '04'] },
      },
      { school: 's2', it: { sourceId: 'c2', kind: 'subject', name: 'Maths', code: null, description: null, yearGroups: [] } },
      { school: 's1', it: { sourceId: 'c3', kind: 'subject', name: 'ART', code: 'ART', description: null, yearGroups: [] } },
      { school: 's1', it: { sourceId: 'c4', kind: 'subject', name: 'c4', code: null, description: null, yearGroups: [] } },
    ])
  })

  it('are rejected without id or school or when they repeat, with what that leaves unproven', async () => {
    const { otherRejected, rows } = await read([',,X,,,,s1', 'c1,,X,,,,', 'c2,,X,,,,s1', 'c2,,Y,,,,s1', 'c2,,Y,,,,s2'])
    expect(otherRejected.map(({ school, problem, makesUnproven }) => [school, problem.code, problem.line, makesUnproven])).toEqual([
      [null, 'class.without_id', 2, 'class'],
      [null, 'class.without_school', 3, 'class'],
      ['s1', 'class.duplicate_id', 5, null],
    ])
    expect(rows['classes.csv']).toBe(5)
  })

  it('say themselves when they have ended', async () => {
    expect((await read(['c1,tobedeleted,X,,,,s1'])).gone).toEqual([{ school: 's1', kind: 'class', sourceId: 'c1' }])
  })
})

describe('enrolments', () => {
  const CLASS = 'c1,,4H,,,homeroom,s2'

  it('are told in the school of their row, else of their class', async () => {
    const { enrolments } = await read([CLASS], ['e1,,c1,s1,u1,student,,,', 'e2,,c1,,u1,Teacher,TRUE,,', 'e3,,c1,d1,u2,student,true,,'])
    expect(enrolments).toMatchObject([
      { school: 's1', it: { classSourceId: 'c1', personSourceId: 'u1', role: 'pupil', isPrimary: false } },
      { school: 's2', it: { classSourceId: 'c1', personSourceId: 'u1', role: 'teacher', isPrimary: true } },
      { school: 's2', it: { classSourceId: 'c1', personSourceId: 'u2', role: 'pupil', isPrimary: false } },
    ])
  })

  it.each([
    ['of an aide is a teacher', 'e1,,c1,,u1,aide,,,', ['teacher'], {}],
    ['of a parent is left out', 'e1,,c1,,u1,parent,,,', [], { 'enrollments.csv leftOut': 1 }],
    ['that ended is no membership', 'e1,,c1,,u1,student,,2025-09-01,2026-09-01', [], {}],
    ['that begins later is used', 'e1,,c1,,u1,student,,2027-01-01,', ['pupil'], {}],
    ['marked as deleted is no membership', 'e1,tobedeleted,c1,,u1,student,,,', [], {}],
  ])('one %s', async (_name, row, roles, otherRows) => {
    const all = await read([CLASS], [row])
    expect(all.enrolments.map(({ it }) => it.role)).toEqual(roles)
    expect(all.otherRows).toMatchObject(otherRows)
    expect(all.rows['enrollments.csv']).toBe(1)
  })

  it('say themselves that they have ended, with the role where the row has one (S-69)', async () => {
    const { ended } = await read(
      [CLASS],
      ['e1,tobedeleted,c1,,u1,Student,,,', 'e2,tobedeleted,c1,s1,u2,,,,', 'e3,,c1,,t1,teacher,,,2026-09-30'],
    )
    expect(ended).toEqual([
      { school: 's2', it: { classSourceId: 'c1', personSourceId: 'u1', role: 'pupil' } },
      { school: 's1', it: { classSourceId: 'c1', personSourceId: 'u2', role: null } },
      { school: 's2', it: { classSourceId: 'c1', personSourceId: 't1', role: 'teacher' } },
    ])
  })

  it('without class, person, known school or role are rejected and leave memberships unproven', async () => {
    const { otherRejected } = await read(
      [CLASS],
      ['e1,,,s1,u1,student,,,', 'e2,,c1,,,student,,,', 'e3,,c9,,u1,student,,,', 'e4,,c1,,u1,wizard,,,'],
    )
    expect(otherRejected.map(({ problem, makesUnproven }) => [problem.code, problem.line, makesUnproven])).toEqual([
      ['enrolment.without_class', 2, 'enrolment'],
      ['enrolment.without_person', 3, 'enrolment'],
      ['enrolment.without_school', 4, 'enrolment'],
      ['person.value_not_listed', 5, 'enrolment'],
    ])
  })
})
