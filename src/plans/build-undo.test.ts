import { describe, expect, it } from 'vitest'
import { stateOf } from '../../test/support/apply-in-memory.ts'
import {
  applyTo,
  aSchool,
  aSyncedSchool,
  decided,
  heldByHand,
  type SchoolInMemory,
  said,
  sync,
} from '../../test/support/school-in-memory.ts'
import { aClass, aPupil, pupils } from '../../test/support/stories.ts'
import type { Directory, DirectoryPerson, LoggedChange } from '../directory/index.ts'
import { buildUndo } from './build-undo.ts'

const ADA = { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' }
const CLASSES = [aClass('7A'), aClass('7B'), aClass('7C'), aClass('chess', { kind: 'group' })]

/** A school where p1 was renamed and moved from 7A to 7B, with what history keeps of it. */
function aMove(): { readonly before: SchoolInMemory; readonly after: SchoolInMemory; readonly logged: readonly LoggedChange[] } {
  const others = [aPupil('p2', { classes: ['7B', 'chess'] }), aPupil('p3', { classes: ['7C'] })]
  const before = aSyncedSchool({ source: [...CLASSES, aPupil('p1', { ...ADA, classes: ['7A'] }), ...others] })
  const { school, logged } = sync({
    ...before,
    source: [...CLASSES, aPupil('p1', { ...ADA, lastName: 'Okafor', classes: ['7B'] }), ...others],
  })
  return { before, after: school, logged }
}

function withPerson(directory: Directory, id: string, edit: (person: DirectoryPerson) => DirectoryPerson): Directory {
  const person = directory.people.get(id)
  if (person === undefined) throw new Error(`nobody is called ${id}`)
  return { ...directory, people: new Map([...directory.people, [id, edit(person)]]) }
}

const place = (name: string) => ({ class: `our-${name}`, role: 'pupil' as const, isPrimary: true })

describe('reversed', () => {
  it('N-02, D27 values and memberships are as they were', () => {
    const { before, after, logged } = aMove()
    const undo = buildUndo(logged, after.directory)
    expect(undo.changes.map((it) => it.key)).toEqual(['person revert our-p1 mis pupil p1'])
    expect(stateOf(applyTo(after.directory, undo.changes).directory)).toBe(stateOf(before.directory))
  })

  it('D27 whoever the run created is gone, with the classes and year groups it made', () => {
    const school = aSchool({ source: [...CLASSES, aPupil('p1', { classes: ['7A'] })] })
    const { directory, logged } = sync(school)
    const undo = buildUndo(logged, directory)
    expect(undo).toMatchObject({ kept: [], cannot: [] })
    expect(stateOf(applyTo(directory, undo.changes).directory)).toBe(stateOf(school.directory))
  })

  it('D27 links are as they were: leavers are linked again, matched people are free again', () => {
    const school = {
      ...aSyncedSchool({ source: [aPupil('p1', ADA), aPupil('p2')] }),
      source: [aPupil('x9', { ...ADA, firstName: 'Ida' }), aPupil('p2')],
    }
    const matched = decided(school, said('match', 'x9', 'our-p1'))
    const { directory, logged } = sync(matched)
    expect(stateOf(applyTo(directory, buildUndo(logged, directory).changes).directory)).toBe(stateOf(school.directory))
  })

  it('D27 a class that somebody made by hand has joined stays, with its year group', () => {
    const school = heldByHand([aPupil('p9', { yearGroup: null })], { source: [...CLASSES, aPupil('p1', { classes: ['7A'] })] })
    const { directory, logged } = sync(school)
    const joined = withPerson(directory, 'our-p9', (it) => ({ ...it, enrolments: [place('7A')], fields: { ...it.fields, yearGroup: '7' } }))
    const undo = buildUndo(logged, joined)
    expect(undo.kept).toEqual([
      { recordKind: 'class', recordId: 'our-7A', what: [] },
      { recordKind: 'year_group', recordId: '7', what: [] },
    ])
    expect([...applyTo(joined, undo.changes).directory.people.keys()]).toEqual(['our-p9'])
  })
})

describe('kept', () => {
  it('N-02 a field edited since, and only that one', () => {
    const { after, logged } = aMove()
    const edited = withPerson(after.directory, 'our-p1', (it) => ({ ...it, fields: { ...it.fields, lastName: 'Okafor-Marsh' } }))
    const undo = buildUndo(logged, edited)
    expect(undo.kept).toEqual([{ recordKind: 'person', recordId: 'our-p1', what: ['lastName'] }])
    const { directory } = applyTo(edited, undo.changes)
    expect(directory.people.get('our-p1')).toMatchObject({ fields: { lastName: 'Okafor-Marsh' }, enrolments: [place('7A')] })
  })

  it('N-02, S-100 a registration class chosen since: nobody is put into a second one', () => {
    const { after, logged } = aMove()
    const edited = withPerson(after.directory, 'our-p1', (it) => ({ ...it, enrolments: [place('7C')] }))
    const undo = buildUndo(logged, edited)
    expect(undo.kept).toEqual([{ recordKind: 'person', recordId: 'our-p1', what: ['enrolments'] }])
    expect(applyTo(edited, undo.changes).directory.people.get('our-p1')?.enrolments).toEqual([place('7C')])
  })

  it('N-02 a membership ended since', () => {
    const { after, logged } = aMove()
    const edited = withPerson(after.directory, 'our-p1', (it) => ({ ...it, enrolments: [] }))
    expect(applyTo(edited, buildUndo(logged, edited).changes).directory.people.get('our-p1')?.enrolments).toEqual([])
  })

  it('D27 whom the run created and somebody edited: here, unlinked, with access off', () => {
    const { directory, logged } = sync(aSchool({ source: [aPupil('p1', ADA)] }))
    const edited = withPerson(directory, 'our-p1', (it) => ({ ...it, fields: { ...it.fields, middleName: 'Rose' } }))
    const undo = buildUndo(logged, edited)
    expect(undo.kept.map((it) => [it.recordId, it.what])).toEqual([
      ['our-p1', ['middleName']],
      ['7', []],
    ])
    const after = applyTo(edited, undo.changes).directory
    expect(after.people.get('our-p1')?.fields).toMatchObject({ middleName: 'Rose', status: 'disabled' })
    expect(after.links.find((it) => it.recordKind === 'person')).toMatchObject({ endReason: 'unmatched' })
  })

  it('N-02 a link whose record, or whose source record, has another one by now', () => {
    const first = aSyncedSchool({ source: [aPupil('p1', ADA), aPupil('p2')] })
    const left = sync({ ...first, source: [aPupil('p2')] })
    const taken = sync(decided({ ...left.school, source: [aPupil('x1', ADA), aPupil('p2')] }, said('match', 'x1', 'our-p1'))).school
    expect(buildUndo(left.logged, taken.directory)).toMatchObject({ changes: [], kept: [{ recordId: 'our-p1', what: ['link'] }] })

    const split = sync(decided({ ...first, settings: { ...first.settings, importNewPupils: false } }, said('unmatch', 'p1', 'our-p1')))
    const anew = sync({ ...split.school, settings: first.settings }).school
    expect(anew.directory.people.has('our-p1-2')).toBe(true)
    expect(buildUndo(split.logged, anew.directory)).toMatchObject({ changes: [], kept: [{ recordId: 'our-p1', what: ['link'] }] })
  })
})

describe('cannot', () => {
  it('N-02 a record that is gone', () => {
    const { directory, logged } = sync(aSchool({ source: pupils(2) }))
    const people = new Map([...directory.people].filter(([id]) => id !== 'our-p2'))
    const undo = buildUndo(logged, { ...directory, people, links: directory.links.filter((it) => it.recordId !== 'our-p2') })
    expect(undo.cannot).toEqual([{ recordKind: 'person', recordId: 'our-p2', what: [] }])
  })

  it('N-02 a class or year group that an earlier undo has taken away', () => {
    const first = sync(aSchool({ source: [...CLASSES, aPupil('p1', { classes: ['7A'] })] }))
    const moved = sync({ ...first.school, source: [...CLASSES, aPupil('p1', { yearGroup: 'Y8', classes: ['7B'] })] })
    const once = applyTo(moved.directory, buildUndo(first.logged, moved.directory).changes).directory
    expect([...once.classes.keys(), ...once.yearGroups.keys()]).toEqual(['our-7B', '8'])
    const undo = buildUndo(moved.logged, once)
    expect(undo.cannot).toEqual([{ recordKind: 'person', recordId: 'our-p1', what: ['yearGroup', 'enrolments'] }])
    expect(applyTo(once, undo.changes).directory.people.get('our-p1')?.fields.yearGroup).toBe('8')
  })
})
