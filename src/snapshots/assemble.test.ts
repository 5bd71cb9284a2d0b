import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClass, aPupil, aTeacher } from '../../test/support/stories.ts'
import { recordKey } from '../roster/index.ts'
import { assemble } from './assemble.ts'
import type { SourceRecord } from './source-record.ts'
import type { UploadItem, UploadSummary } from './upload.ts'

type Extent = 'whole' | 'part' | 'absent'

function summary(enrolment: Extent, told: Partial<UploadSummary['incomplete']> = {}): UploadSummary {
  return {
    format: 'csv',
    hasUsGrades: false,
    files: ['users.csv', 'enrolments.csv'],
    people: { read: 0, used: 0, leftOut: 0, rejected: 0 },
    carries: { pupil: 'whole', staff: 'whole', class: 'whole', enrolment },
    incomplete: {
      pupil: null,
      staff: null,
      class: null,
      enrolment: enrolment === 'whole' ? null : enrolment === 'part' ? 'part' : 'not in the source',
      ...told,
    },
    isDeclaredFull: false,
  }
}

const person = ({ kind, sourceId, body }: ReturnType<typeof aPupil>): UploadItem => [
  'person',
  { kind, sourceId, fields: body.fields },
  0,
  2,
]
const clazz = ({ sourceId, body }: ReturnType<typeof aClass>): UploadItem => ['class', { sourceId, ...body }]
const enrolment = (personSourceId: string, classSourceId: string, isPrimary = false, role: 'pupil' | 'teacher' = 'pupil'): UploadItem => [
  'enrolment',
  { personSourceId, classSourceId, role, isPrimary },
  1,
  7,
  1,
]
const known = (...records: readonly SourceRecord[]) => new Map(records.map((it) => [recordKey(it.kind, it.sourceId), it]))
const NOBODY = known()

function classesOf(records: ReadonlyMap<string, SourceRecord>, key: string): readonly string[] | undefined {
  const record = records.get(key)
  if (record === undefined || record.kind === 'class') return undefined
  return record.body.enrolments?.map((it) => `${it.classSourceId} ${it.role}${it.isPrimary ? ' primary' : ''}`)
}

describe('people', () => {
  it('S-49 a field that this read does not carry is left open: what an earlier read said may never have been applied', () => {
    const before = known({ kind: 'pupil', sourceId: 'p1', body: { fields: { firstName: 'Ada', upn: 'H801200001001' } } })
    const item: UploadItem = ['person', { kind: 'pupil', sourceId: 'p1', fields: { firstName: 'Al' } }, 0, 2]
    expect(assemble([item], summary('absent'), before).records.get('pupil/p1')?.body).toEqual({ fields: { firstName: 'Al' } })
  })

  it('N-05 somebody whose row could not be read is named all the same', () => {
    const { unreadable, records } = assemble([person(aPupil('p2')), ['unreadable', 'pupil', 'p1']], summary('absent'), NOBODY)
    expect([...unreadable]).toEqual(['pupil/p1'])
    expect([...records.keys()]).toEqual(['pupil/p2'])
  })

  it.each([
    ['pupil', [aPupil('p1'), aTeacher('t1')], [person(aTeacher('t1'))]],
    ['staff', [aPupil('p1'), aTeacher('t1')], [person(aPupil('p1'))]],
    ['class', [aPupil('p1'), aClass('7A')], [person(aPupil('p1'))]],
  ] as const)('N-05, D12 an empty answer is not believed: no %s where there were some', (kind, before, items) => {
    const { incomplete } = assemble(items, summary('absent'), known(...before))
    expect(incomplete[kind]).toBe('none left, and an empty answer is not believed')
  })

  it('N-05 a kind that never had records may be empty', () => {
    expect(assemble([person(aPupil('p1'))], summary('absent'), known(aPupil('p1'))).incomplete).toMatchObject({
      pupil: null,
      staff: null,
      class: null,
    })
  })
})

describe('memberships', () => {
  it('are replaced where the read holds them all', () => {
    const before = known(aClass('7A'), aPupil('p1', { classes: ['7A', 'ma'] }))
    const items = [clazz(aClass('7B')), person(aPupil('p1')), enrolment('p1', '7B')]
    expect(classesOf(assemble(items, summary('whole'), before).records, 'pupil/p1')).toEqual(['7B pupil'])
  })

  it('N-05 are added where it does not, or where a row of them could not be read', () => {
    const before = known(aClass('ma', { kind: 'subject' }), aClass('sc', { kind: 'subject' }), aPupil('p1', { classes: ['ma'] }))
    const items = [
      clazz(aClass('ma', { kind: 'subject' })),
      clazz(aClass('sc', { kind: 'subject' })),
      person(aPupil('p1')),
      enrolment('p1', 'sc'),
    ]
    for (const of of [summary('part'), summary('whole', { enrolment: 'a row could not be read (enrolments.csv, line 3)' })])
      expect(classesOf(assemble(items, of, before).records, 'pupil/p1')).toEqual(['ma pupil primary', 'sc pupil'])
  })

  it('are left as they were where the source has none', () => {
    const before = known(aClass('7A'), aPupil('p1', { classes: ['7A'] }))
    expect(classesOf(assemble([person(aPupil('p1'))], summary('absent'), before).records, 'pupil/p1')).toEqual(['7A pupil primary'])
  })

  it('S-100 a pupil has one registration class: the primary one, else the first by id; the others are told', () => {
    const classes = [clazz(aClass('7A')), clazz(aClass('7B')), clazz(aClass('ma', { kind: 'subject' })), person(aPupil('p1'))]
    const primary = assemble(
      [...classes, enrolment('p1', '7A'), enrolment('p1', '7B', true), enrolment('p1', 'ma')],
      summary('whole'),
      NOBODY,
    )
    expect(classesOf(primary.records, 'pupil/p1')).toEqual(['7B pupil primary', 'ma pupil'])
    expect(primary.problems).toMatchObject([{ code: 'enrolment.second_registration_class', value: '7A' }])
    const first = assemble([...classes, enrolment('p1', '7B'), enrolment('p1', '7A')], summary('whole'), NOBODY)
    expect(classesOf(first.records, 'pupil/p1')).toEqual(['7A pupil'])
  })

  it('S-100 the registration class that a partial read names takes the place of the known one', () => {
    const before = known(aClass('7A'), aClass('7B'), aPupil('p1', { classes: ['7A'] }))
    const { records, problems } = assemble(
      [clazz(aClass('7A')), clazz(aClass('7B')), person(aPupil('p1')), enrolment('p1', '7B')],
      summary('part'),
      before,
    )
    expect(classesOf(records, 'pupil/p1')).toEqual(['7B pupil'])
    expect(problems).toEqual([])
  })

  it('S-99, S-105 staff teach as many classes as they like, registration classes too', () => {
    const items = [
      clazz(aClass('7A')),
      clazz(aClass('7B')),
      person(aTeacher('t1')),
      enrolment('t1', '7A', false, 'teacher'),
      enrolment('t1', '7B', true, 'teacher'),
    ]
    expect(classesOf(assemble(items, summary('whole'), NOBODY).records, 'staff/t1')).toEqual(['7A teacher', '7B teacher primary'])
  })

  it('that lead nowhere are refused and counted, by file; those of unreadable people are not told twice', () => {
    const items: UploadItem[] = [
      ['unreadable', 'pupil', 'p2'],
      clazz(aClass('7A')),
      person(aPupil('p1')),
      enrolment('p1', 'nowhere'),
      enrolment('nobody', '7A'),
      enrolment('p2', '7A'),
    ]
    const { problems, refusedEnrolments } = assemble(items, summary('whole'), NOBODY)
    expect(problems).toMatchObject([
      { code: 'enrolment.unknown_class', file: 'enrolments.csv', line: 7, value: 'nowhere' },
      { code: 'enrolment.unknown_person', file: 'enrolments.csv', line: 7, value: 'nobody' },
    ])
    expect([...refusedEnrolments]).toEqual([['enrolments.csv', 2]])
  })
})

describe('the order of the items', () => {
  it('does not matter', () => {
    const items: readonly UploadItem[] = [
      ...['7A', '7B'].map((it) => clazz(aClass(it))),
      ...['ma', 'sc'].map((it) => clazz(aClass(it, { kind: 'subject' }))),
      ...['p1', 'p2', 'p3'].map((it) => person(aPupil(it))),
      person(aTeacher('t1')),
      enrolment('p1', '7A'),
      enrolment('p1', '7B', true),
      enrolment('p1', '7B'),
      enrolment('p2', '7B'),
      enrolment('p2', '7A'),
      enrolment('p3', 'sc'),
      enrolment('t1', '7A', true, 'teacher'),
      enrolment('p4', 'ma'),
      enrolment('p3', 'none'),
      ['unreadable', 'pupil', 'p5'],
      ['gone', 'pupil', 'p6'],
    ]
    const before = known(aClass('7A'), aPupil('p2', { classes: ['7A'] }), aPupil('p4', { classes: ['sc'] }), aPupil('p6'))
    const told = ({ records, problems, ...rest }: ReturnType<typeof assemble>) => ({
      ...rest,
      places: [...rest.places].sort(),
      records: [...records].sort(([a], [b]) => (a < b ? -1 : 1)),
      problems: problems.map((it) => JSON.stringify(it)).sort(),
    })
    for (const extent of ['whole', 'part'] as const) {
      const expected = told(assemble(items, summary(extent), before))
      fc.assert(
        fc.property(fc.shuffledSubarray([...items], { minLength: items.length }), (shuffled) => {
          expect(told(assemble(shuffled, summary(extent), before))).toEqual(expected)
        }),
      )
    }
  })
})
