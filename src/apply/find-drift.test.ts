import { describe, expect, it } from 'vitest'
import { aSchool, aSyncedSchool, heldByHand, look, type SchoolInMemory } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil } from '../../test/support/stories.ts'
import type { Directory, DirectoryLink, DirectoryPerson, Enrolment } from '../directory/index.ts'
import type { Veto } from '../review/index.ts'
import { findDrift } from './find-drift.ts'

const ADA = { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' }
const CLASSES = [aClass('7A'), aClass('7B'), aClass('ma', { kind: 'subject' })]

/** A plan that renames p1 and moves them from 7A to 7B. */
function aMove(): SchoolInMemory {
  const others = [aPupil('p2', { classes: ['7B', 'ma'] })]
  const school = aSyncedSchool({ source: [...CLASSES, aPupil('p1', { ...ADA, classes: ['7A'] }), ...others] })
  return { ...school, source: [...CLASSES, aPupil('p1', { ...ADA, lastName: 'Okafor', classes: ['7B'] }), ...others] }
}

const withPerson = (directory: Directory, edit: (person: DirectoryPerson) => DirectoryPerson | null): Directory => {
  const people = new Map(directory.people)
  const held = people.get('our-p1')
  const edited = held === undefined ? null : edit(held)
  if (edited === null) people.delete('our-p1')
  else people.set('our-p1', edited)
  return { ...directory, people }
}
const place = (name: string): Enrolment => ({ class: `our-${name}`, role: 'pupil', isPrimary: true })
const live = (recordId: string, id: string): DirectoryLink => ({
  recordKind: 'person',
  recordId,
  source: { connection: 'mis', kind: 'pupil', id },
  endReason: null,
  endedAt: null,
})

/** What a plan made from the school meets when the directory has become another one meanwhile. */
function meets(school: SchoolInMemory, edit: (directory: Directory) => Directory, vetoes: readonly Veto[] = []) {
  return findDrift(look(school).changes, edit(school.directory), vetoes).map((it) => `${it.key}: ${it.what.join(', ')}`)
}

describe('what has moved since a plan was made', () => {
  it('N-04 nothing, when nothing has', () => {
    expect(meets(aMove(), (it) => it)).toEqual([])
  })

  it.each<[string, (person: DirectoryPerson) => DirectoryPerson | null, string]>([
    ['a field that the plan writes', (it) => ({ ...it, fields: { ...it.fields, lastName: 'Bell' } }), 'lastName'],
    ['a membership that the plan ends', (it) => ({ ...it, enrolments: [] }), 'enrolments'],
    ['a membership that the plan begins', (it) => ({ ...it, enrolments: [place('7A'), place('7B')] }), 'enrolments'],
    ['another registration class', (it) => ({ ...it, enrolments: [place('7A'), { ...place('7B'), isPrimary: false }] }), 'enrolments'],
    ['the person', () => null, 'record'],
  ])('N-04 %s', (_what, edit, what) => {
    expect(meets(aMove(), (directory) => withPerson(directory, edit))).toEqual([`person update our-p1: ${what}`])
  })

  it('N-04 not a field or a membership that the plan does not write', () => {
    const edit = (it: DirectoryPerson): DirectoryPerson => ({
      ...it,
      fields: { ...it.fields, email: 'x@y.example' },
      enrolments: [...it.enrolments, { ...place('ma') }],
    })
    expect(meets(aMove(), (directory) => withPerson(directory, edit))).toEqual([])
  })

  it('N-04 a link that the plan makes, to a record or a source record that has one by now', () => {
    const school = heldByHand([aPupil('p1', ADA)], { source: [aPupil('x1', ADA)] })
    expect(meets(school, (it) => ({ ...it, links: [live('somebody', 'x1')] }))).toEqual(['person link our-p1: link'])
    expect(meets(school, (it) => ({ ...it, links: [live('our-p1', 'x1')] }))).toEqual(['person link our-p1: link'])
  })

  it('N-04 a link that the plan makes, for somebody new', () => {
    const school = aSchool({ source: [aPupil('p1')] })
    expect(meets(school, (it) => ({ ...it, links: [live('somebody', 'p1')] }))).toEqual(['person create pupil p1: link'])
  })

  it('N-04 a link that the plan ends', () => {
    const school = aSyncedSchool({ source: [aPupil('p1')] })
    const leaving = { ...school, source: [aClass('7A')] }
    expect(meets(leaving, (it) => ({ ...it, links: [] }))).toEqual(['person desync our-p1: link'])
  })

  it('S-60 a pair that somebody has split since', () => {
    const school = heldByHand([aPupil('p1', ADA)], { source: [aPupil('x1', ADA)] })
    const veto: Veto = { personId: 'our-p1', sourceKind: 'pupil', sourceId: 'x1' }
    expect(meets(school, (it) => it, [veto])).toEqual(['person link our-p1: veto'])
  })

  it('N-04 a year group that somebody else has made since', () => {
    const school = aSchool({ source: [aPupil('p1')] })
    const yearGroups = new Map([['7', { code: '7', fields: { name: 'Year 7', position: 7 } }]])
    expect(meets(school, (it) => ({ ...it, yearGroups }))).toEqual(['year_group create 7: record'])
  })
})
