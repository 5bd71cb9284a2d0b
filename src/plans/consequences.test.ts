import { describe, expect, it } from 'vitest'
import { aSyncedSchool, guardInputOn, type SchoolInMemory } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil, aTeacher, pupils } from '../../test/support/stories.ts'
import type { SourceRecord } from '../snapshots/index.ts'
import { consequences } from './consequences.ts'

const MARCH = '2026-03-10'
const SEPTEMBER = '2026-09-10'

const CLASSES = [aClass('7A'), aClass('8A')]
const SOURCE = [
  ...CLASSES,
  aTeacher('t1', { classes: ['7A'] }),
  aTeacher('t2', { classes: ['8A'] }),
  aTeacher('t3', { classes: ['8A'] }),
  aPupil('p1', { classes: ['7A'] }),
  aPupil('p2', { classes: ['7A'] }),
  aPupil('p3', { classes: ['8A'], yearGroup: 'Year 8' }),
]
const SCHOOL = aSyncedSchool({ source: SOURCE })

function saidOn(day: string, school: SchoolInMemory): readonly string[] {
  return consequences(guardInputOn(day, school)).map(
    ({ code, population, count, names }) => `${population} ${code} ${count}${names.length === 0 ? '' : ` ${names.join(', ')}`}`,
  )
}
const without = (...ids: readonly string[]) => SOURCE.filter((it) => !ids.includes(it.sourceId))
const withThese = (...these: readonly SourceRecord[]) => [...without(...these.map((it) => it.sourceId)), ...these]

describe('what a plan means for people', () => {
  it.each<[string, string, readonly SourceRecord[], readonly string[]]>([
    ['nothing, where nothing changes', MARCH, SOURCE, []],
    ['a class whose only teacher leaves', MARCH, without('t1'), ['class classes_without_teacher 1 7A', 'staff leavers_unexpected 1']],
    ['not a class with another teacher', MARCH, without('t2'), ['staff leavers_unexpected 1']],
    ['a class whose only teacher moves on', MARCH, withThese(aTeacher('t1', { classes: ['8A'] })), ['class classes_without_teacher 1 7A']],
    [
      'not a class whose teacher is followed by another',
      MARCH,
      withThese(aTeacher('t1', { classes: ['8A'] }), aTeacher('t9', { classes: ['7A'] })),
      [],
    ],
    [
      'a class that loses all its pupils, and then needs no teacher',
      MARCH,
      without('p3', 't2', 't3'),
      ['class classes_emptied 1 8A', 'pupil leavers_unexpected 1', 'staff leavers_unexpected 2'],
    ],
    [
      'not a class that others come into',
      MARCH,
      [...without('p3'), aPupil('p8', { classes: ['8A'], yearGroup: 'Year 8' })],
      ['pupil leavers_unexpected 1'],
    ],
    [
      'leavers of the last year are expected in September',
      SEPTEMBER,
      without('p3'),
      ['class classes_emptied 1 8A', 'pupil leavers_expected 1'],
    ],
    ['those of another year are not', SEPTEMBER, without('p1'), ['pupil leavers_unexpected 1']],
    [
      'who moves up a year, and who does otherwise',
      SEPTEMBER,
      withThese(aPupil('p1', { classes: ['7A'], yearGroup: 'Year 8' }), aPupil('p3', { classes: ['8A'], yearGroup: 'Year 7' })),
      ['pupil moves_unexpected 1', 'pupil moves_up 1'],
    ],
    ['classes that are renamed, by the name they had', MARCH, withThese(aClass('7A', { name: '7 Ash' })), ['class classes_renamed 1 7A']],
  ])('N-14 %s', (_what, day, source, said) => {
    expect(saidOn(day, { ...SCHOOL, source })).toEqual(said)
  })

  it('N-14 names five classes, and counts them all', () => {
    const names = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']
    const source = names.flatMap((name, at) => [aClass(name), ...pupils(2, { classes: [name] }, at * 10 + 1)])
    const school = aSyncedSchool({ source: [...source, aTeacher('t1', { classes: names })] })
    expect(saidOn(MARCH, { ...school, source })).toEqual([
      'class classes_without_teacher 7 c1, c2, c3, c4, c5',
      'staff leavers_unexpected 1',
    ])
  })

  it('N-14 does not count whoever had left before', () => {
    const { directory } = aSyncedSchool({ source: SOURCE })
    const links = directory.links.map((it) =>
      it.source.id === 't1' ? { ...it, endReason: 'left' as const, endedAt: '2025-09-01T00:00:00.000Z' } : it,
    )
    expect(saidOn(MARCH, { ...SCHOOL, directory: { ...directory, links }, source: without('t1') })).toEqual([])
  })
})
