import { describe, expect, it } from 'vitest'
import { assemble } from './assemble.ts'
import type { PersonEnrolment, SourceRecord } from './source-record.ts'
import type { UploadItem, UploadSummary } from './upload.ts'

const WHOLE: UploadSummary = {
  ...{ format: 'test', hasUsGrades: false, files: ['users.csv', 'enrollments.csv'], isDeclaredFull: false },
  people: { read: 0, used: 0, leftOut: 0, rejected: 0 },
  carries: { pupil: 'whole', staff: 'whole', class: 'whole', enrolment: 'whole' },
  incomplete: { pupil: null, staff: null, class: null, enrolment: null },
}
const why = 'changes only'
const CHANGES: UploadSummary = {
  ...WHOLE,
  carries: { pupil: 'part', staff: 'part', class: 'part', enrolment: 'part' },
  incomplete: { pupil: why, staff: why, class: why, enrolment: why },
}

const person = (sourceId: string, firstName = 'Ada'): UploadItem => ['person', { kind: 'pupil', sourceId, fields: { firstName } }, 0, 2]
const aClass = (sourceId: string): UploadItem => {
  const described = { kind: 'subject', name: sourceId, code: null, description: null, yearGroups: [] } as const
  return ['class', { sourceId, ...described }]
}
const member = (classSourceId: string, personSourceId: string): UploadItem => [
  'enrolment',
  { classSourceId, personSourceId, role: 'pupil', isPrimary: false },
  ...([1, 2, 1] as const),
]
const left = (classSourceId: string, personSourceId: string): UploadItem => ['enrolmentGone', { classSourceId, personSourceId, role: null }]

/** What earlier reads said: pupils with their classes. */
function known(pupils: Readonly<Record<string, readonly string[]>>): Map<string, SourceRecord> {
  const classes = [...new Set(Object.values(pupils).flat())]
  const described = { kind: 'subject', code: null, description: null, yearGroups: [] } as const
  return new Map<string, SourceRecord>([
    ...classes.map((id) => [`class/${id}`, { kind: 'class', sourceId: id, body: { ...described, name: id } }] as const),
    ...Object.entries(pupils).map(([id, of]) => {
      const enrolments = of.map((it): PersonEnrolment => ({ classSourceId: it, role: 'pupil', isPrimary: false }))
      return [`pupil/${id}`, { kind: 'pupil', sourceId: id, body: { fields: { firstName: 'Ada', email: 'a@x' }, enrolments } }] as const
    }),
  ])
}

/** The classes of each person that the read names, as `1: Art Maths`. */
function classesOf({ records }: Pick<ReturnType<typeof assemble>, 'records'>): string[] {
  const people = [...records.values()].flatMap((it) => (it.kind === 'class' ? [] : [it]))
  return people.map(({ sourceId, body }) => `${sourceId}: ${(body.enrolments ?? []).map((it) => it.classSourceId).join(' ')}`).sort()
}

describe('memberships, references and changes', () => {
  const before = known({ 1: ['Art', 'Maths'], 2: ['Art'] })

  it.each<[string, UploadSummary, readonly UploadItem[], readonly string[]]>([
    [
      'replaces memberships when the read holds them all',
      WHOLE,
      [person('1'), person('2'), aClass('Art'), member('Art', '1')],
      ['1: Art', '2: '],
    ],
    ['adds them when it holds changes', CHANGES, [aClass('Chess'), member('Chess', '2')], ['2: Art Chess']],
    ['ends those that say so', CHANGES, [left('Art', '1')], ['1: Maths']],
    ['but not one that another row still holds', CHANGES, [member('Art', '1'), left('Art', '1')], []],
    ['touches nobody by the end of one that was not known', CHANGES, [left('Chess', '1'), left('Art', '9')], []],
    ['believes no file of memberships without one for this school', WHOLE, [person('1'), aClass('Art'), aClass('Maths')], ['1: Art Maths']],
    [
      'lets a membership of somebody whose row cannot be used stand',
      WHOLE,
      [['unreadable', 'pupil', '1'], person('2'), aClass('Art'), member('Art', '1')],
      ['1: Art', '2: '],
    ],
  ])('%s', (_name, summary, items, expected) => {
    for (const order of [items, items.toReversed()]) expect(classesOf(assemble(order, summary, before))).toEqual(expected)
  })

  it('refuses memberships of somebody known who has no row in a whole read, and takes their like for lost, not for leavers', () => {
    const items = [person('1'), aClass('Art'), aClass('Maths'), member('Art', '1'), member('Art', '2'), member('Art', '9')]
    const { problems, incomplete, refusedEnrolments } = assemble(items, WHOLE, before)
    expect(problems.map(({ code, value }) => `${code} ${value}`)).toEqual(['enrolment.unknown_person 2', 'enrolment.unknown_person 9'])
    expect([incomplete.pupil, incomplete.staff]).toEqual([
      'class memberships name people that have no row of their own (1 known here)',
      null,
    ])
    expect(refusedEnrolments.get('enrollments.csv')).toBe(2)
    expect(assemble(items, { ...WHOLE, isDeclaredFull: true }, before).incomplete.pupil).toBeNull()
  })

  it('keeps a class whose row was lost, and its members', () => {
    const items = [person('1'), person('2'), aClass('Maths'), member('Maths', '1'), member('Art', '1'), member('Art', '2')]
    const assembled = assemble(items, WHOLE, before)
    expect(classesOf(assembled)).toEqual(['1: Art Maths', '2: Art'])
    expect(assembled.incomplete).toMatchObject({
      pupil: null,
      class: 'class memberships name classes that have no row of their own (1 known here)',
    })
  })

  it('changes somebody known of whichever kind; the whole row of a person, and its end, are stronger', () => {
    const fields = { pupil: { firstName: 'Bea' }, staff: { firstName: 'Bea' } }
    const change = (sourceId: string, isOfThisSchool: 0 | 1): UploadItem => ['changed', { sourceId, fields }, 0, 3, isOfThisSchool]
    const { records, problems, refusedPeople } = assemble(
      [change('1', 1), change('2', 0), person('2', 'Cy'), change('8', 0), change('9', 1)],
      CHANGES,
      before,
    )
    expect(records.get('pupil/1')?.body).toMatchObject({ fields: { firstName: 'Bea', email: 'a@x' } })
    expect(records.get('pupil/2')?.body).toMatchObject({ fields: { firstName: 'Cy' } })
    expect([problems.map(({ code, value }) => [code, value]), refusedPeople]).toEqual([[['person.not_known', '9']], 1])
    const ended = assemble([change('1', 1), ['gone', 'person', '1']], CHANGES, before)
    expect([ended.records.size, [...ended.gone]]).toEqual([0, ['pupil/1', 'staff/1']])
  })

  it('believes that a record has ended only where no other row has it', () => {
    expect([...assemble([['gone', 'pupil', '1'], person('1')], CHANGES, before).gone]).toEqual([])
  })

  it('does not believe that a kind has ended altogether', () => {
    expect(assemble([aClass('Art')], WHOLE, before).incomplete).toMatchObject({
      pupil: 'none left, and an empty answer is not believed',
      staff: null,
    })
  })
})
