import { describe, expect, it } from 'vitest'
import { aPupil, aTeacher } from '../../test/support/stories.ts'
import { FILE_SCHOOL, type ReadSink, type ReadSummary } from '../connectors/index.ts'
import { problem } from '../kernel/index.ts'
import { unpack } from './pack.ts'
import { type DeclaredExtent, splitBySchool } from './split-by-school.ts'

const WHOLE = { extent: 'whole' } as const
const PART = { extent: 'part', why: 'one plain file' } as const
const ABSENT = { extent: 'absent' } as const
const summary = (carries: Partial<ReadSummary['carries']> = {}): ReadSummary => ({
  format: 'csv',
  hasUsGrades: false,
  carries: { pupil: WHOLE, staff: WHOLE, class: WHOLE, enrolment: WHOLE, ...carries },
})
const at = (line: number) => ({ file: 'users.csv', line })

function split(read: (sink: ReadSink) => void, told: { readonly summary?: ReadSummary; readonly declared?: DeclaredExtent } = {}) {
  const parts = splitBySchool({ externalId: 'the-file', name: 'The file' })
  read(parts.sink)
  return parts.finish(told.summary ?? summary(), told.declared ?? 'as_read')
}

const person = (it: ReturnType<typeof aPupil>) => ({ kind: it.kind, sourceId: it.sourceId, fields: it.body.fields })

describe('a source of several schools', () => {
  it('D22, S-164 is dealt out by school, in the order of their ids', () => {
    const { schools } = split((sink) => {
      sink.person('oak', person(aPupil('p1')), at(2))
      sink.person('ash', person(aPupil('p2')), at(3))
      sink.school({ externalId: 'oak', name: 'Oak High' }, null)
      sink.person('oak', person(aTeacher('t1')), at(4))
    })
    const items = schools.map((it) => [it.externalId, it.name, it.chunks.flatMap(unpack).length])
    expect(items).toEqual([
      ['ash', null, 1],
      ['oak', 'Oak High', 2],
    ])
    expect(schools.map((it) => it.problems.map(({ code }) => code))).toEqual([['school.not_described'], []])
  })

  it('D22 what names no school belongs to the file’s own', () => {
    const { schools } = split((sink) => sink.person(FILE_SCHOOL, person(aPupil('p1')), at(2)))
    expect(schools).toMatchObject([{ externalId: 'the-file', name: 'The file', problems: [] }])
  })

  it('D10 rows read = used + left out + rejected, school by school', () => {
    const { schools, noSchool } = split((sink) => {
      sink.person('oak', person(aPupil('p1')), at(2))
      sink.leftOut('oak', 'person.other_role', 'parent', at(3))
      sink.leftOut('oak', 'person.other_role', 'parent', at(4))
      sink.rejected('oak', problem('file.row_with_too_few_cells', at(5)))
      sink.rejected(null, problem('file.row_with_too_few_cells', at(6)))
      sink.otherRow('classes.csv', 'used')
    })
    expect(schools[0]?.summary.people).toEqual({ read: 4, used: 1, leftOut: 2, rejected: 1 })
    expect(schools[0]?.problems).toMatchObject([
      { code: 'file.row_with_too_few_cells' },
      { code: 'school.not_described' },
      { code: 'person.other_role', params: { count: 2 } },
    ])
    expect(noSchool).toMatchObject({ rows: { read: 1, rejected: 1 }, files: [{ file: 'classes.csv', rows: { read: 1, used: 1 } }] })
  })
})

describe('what absence proves', () => {
  const oneOf = (read: (sink: ReadSink) => void, told: Parameters<typeof split>[1] = {}) =>
    split((sink) => {
      sink.person('oak', person(aPupil('p1')), at(2))
      read(sink)
    }, told).schools[0]?.summary.incomplete
  const nothing = () => {}

  it('D24 that a whole package says so', () => {
    expect(oneOf(nothing)).toEqual({ pupil: null, staff: null, class: null, enrolment: null })
  })

  it.each<[string, ReadSummary['carries']['pupil'], DeclaredExtent, string | null]>([
    ['part of a source', PART, 'as_read', 'one plain file'],
    ['part of a source that the caller says is all', PART, 'full', null],
    ['what is certainly damaged, whatever the caller says', { ...PART, isCertain: true }, 'full', 'one plain file'],
    ['a whole source that the caller says is part', WHOLE, 'partial', 'declared partial'],
    ['a kind that is not in it', ABSENT, 'full', 'not in the source'],
  ])('N-05, D24 %s', (_what, pupil, declared, why) => {
    expect(oneOf(nothing, { summary: summary({ pupil }), declared })?.pupil).toBe(why)
  })

  it('N-05 not where a row of somebody unknown was rejected, even when declared full', () => {
    const incomplete = oneOf((sink) => sink.rejected('oak', problem('file.row_with_too_few_cells', at(5))), { declared: 'full' })
    expect(incomplete).toMatchObject({
      pupil: 'a row could not be read (users.csv, line 5)',
      staff: 'a row could not be read (users.csv, line 5)',
      class: null,
    })
  })

  it('N-05 still where the rejected row names somebody known', () => {
    const incomplete = oneOf((sink) =>
      sink.rejected('oak', problem('file.row_with_too_few_cells', at(5)), { kind: 'pupil', sourceId: 'p9' }),
    )
    expect(incomplete).toMatchObject({ pupil: null, staff: null })
  })

  it('N-05 in no school where a row of no known school was rejected', () => {
    expect(oneOf((sink) => sink.rejected(null, problem('file.row_with_too_few_cells', at(5))))?.pupil).toBe(
      'a row could not be read (users.csv, line 5)',
    )
  })

  it('N-05 not of a kind of which another file’s row was rejected', () => {
    const incomplete = oneOf((sink) =>
      sink.otherRejected('oak', 'enrolments.csv', problem('file.row_with_too_few_cells', { file: 'enrolments.csv', line: 9 }), 'enrolment'),
    )
    expect(incomplete).toMatchObject({ pupil: null, enrolment: 'a row could not be read (enrolments.csv, line 9)' })
  })
})
