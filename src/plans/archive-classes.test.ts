import { describe, expect, it } from 'vitest'
import { applyTo, aSyncedSchool, holdsOn, look, sync } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil, pupils } from '../../test/support/stories.ts'
import { buildUndo } from './build-undo.ts'
import { summarise } from './summary.ts'

const LAST_YEAR = [aClass('6 Oak'), ...pupils(3, { yearGroup: 'Year 6', classes: ['6 Oak'] })]
const MOVED_UP = [aClass('7 Ash'), ...pupils(3, { yearGroup: 'Year 7', classes: ['7 Ash'] })]
const school = aSyncedSchool({ source: LAST_YEAR })
const classLines = (it: ReturnType<typeof look>) => summarise(it.changes).filter(({ population }) => population === 'class')

describe('S-104 classes that will be empty', () => {
  it('are archived in a line of their own, as one change a class', () => {
    const seen = look({ ...school, source: MOVED_UP })
    expect(classLines(seen)).toEqual([
      { population: 'class', operation: 'archive', count: 1 },
      { population: 'class', operation: 'create', count: 1 },
    ])
    expect(seen.changes.find((it) => it.operation === 'archive')).toMatchObject({
      recordId: 'our-6 Oak',
      before: { fields: { isArchived: false }, link: { state: 'live' } },
      after: { fields: { isArchived: true }, link: { state: 'left' } },
    })
  })

  it('stay where the school keeps them, and are archived later when it no longer does', () => {
    const keeping = { ...school, source: MOVED_UP, settings: { ...school.settings, archiveEmptied: false } }
    expect(classLines(look(keeping)).map((it) => it.operation)).toEqual(['create', 'desync'])
    const later = { ...sync(keeping).school, settings: school.settings }
    expect(look(later).changes).toMatchObject([
      { key: 'class archive our-6 Oak', source: null, after: { fields: { isArchived: true }, link: null } },
    ])
  })

  it('are those in which only leavers are left', () => {
    const left = look({ ...school, source: [] })
    expect(classLines(left).map((it) => it.operation)).toEqual(['archive'])
    expect(classLines(look({ ...sync({ ...school, source: [] }).school })).map((it) => it.operation)).toEqual([])
  })

  it('are not those that somebody added by hand is in', () => {
    const byHand = aPupil('hand-1')
    const people = new Map(school.directory.people)
    const one = [...people.values()].find((it) => it.enrolments.length > 0)
    if (one === undefined) throw new Error('nobody is in a class')
    people.set(byHand.sourceId, { ...one, id: byHand.sourceId })
    const seen = look({ ...school, source: MOVED_UP, directory: { ...school.directory, people } })
    expect(classLines(seen).map((it) => it.operation)).toEqual(['create', 'desync'])
  })

  it('are not those whose place in the school a person here owns', () => {
    const classes = new Map(school.directory.classes)
    const oak = classes.get('our-6 Oak')
    if (oak === undefined) throw new Error('there is no such class')
    classes.set(oak.id, { ...oak, fields: { ...oak.fields, localFields: ['isArchived'] } })
    const seen = look({ ...school, source: MOVED_UP, directory: { ...school.directory, classes } })
    expect(classLines(seen).map((it) => it.operation)).toEqual(['create', 'desync'])
  })

  it('D29 come back out of the archive when the class does', () => {
    const archived = sync({ ...school, source: MOVED_UP }).school
    expect(archived.directory.classes.get('our-6 Oak')?.fields.isArchived).toBe(true)
    const back = sync({ ...archived, source: LAST_YEAR }).school
    expect(back.directory.classes.get('our-6 Oak')?.fields.isArchived).toBe(false)
  })

  it('N-02 an undo takes them out of the archive, each counted once', () => {
    const before = school.directory
    const { directory, logged } = applyTo(before, look({ ...school, source: MOVED_UP }).changes)
    const undo = buildUndo(logged, directory)
    expect(undo.changes.filter((it) => it.recordKind === 'class').map((it) => it.operation)).toEqual(['remove', 'revert'])
    const after = applyTo(directory, undo.changes).directory
    expect(after.classes.get('our-6 Oak')).toEqual(before.classes.get('our-6 Oak'))
  })

  it('D19 count as classes that leave', () => {
    const many = Array.from({ length: 5 }, (_, n) => [aClass(`c${n}`), aPupil(`p${n}`, { classes: [`c${n}`] })]).flat()
    const full = aSyncedSchool({ source: many })
    const moved = [aClass('c0'), ...Array.from({ length: 5 }, (_, n) => aPupil(`p${n}`, { classes: ['c0'] }))]
    expect(holdsOn('2026-02-02', { ...full, source: moved })).toContainEqual(
      expect.objectContaining({ code: 'leavers', population: 'class', count: 4 }),
    )
  })
})

describe('the name of a class that is ours', () => {
  const renamed = [aClass('6 Oak', { name: '6-Oak' }), ...LAST_YEAR.slice(1)]
  const nameAfter = (it: Parameters<typeof sync>[0]) => sync(it).school.directory.classes.get('our-6 Oak')?.fields

  it('is the MIS’s, unless a person keeps ours; then it stays kept, and can be given back', () => {
    expect(nameAfter({ ...school, source: renamed })?.name).toBe('6-Oak')
    const kept = sync({ ...school, source: renamed, classNames: new Map([['6 Oak', 'keep_name']]) }).school
    expect(kept.directory.classes.get('our-6 Oak')?.fields).toMatchObject({ name: '6 Oak', localFields: ['name'] })
    expect(look({ ...kept, classNames: new Map() }).changes).toEqual([])
    expect(nameAfter({ ...kept, classNames: new Map([['6 Oak', 'take_name']]) })).toMatchObject({ name: '6-Oak', localFields: [] })
  })

  it('follows the pattern for new classes, and the next sync leaves it', () => {
    const classNaming = { style: 'pattern', pattern: '{year} {name}' } as const
    const source = [aClass('c1', { name: 'Maple', yearGroups: ['Year 4'] }), aPupil('p1', { yearGroup: 'Year 4', classes: ['c1'] })]
    const made = aSyncedSchool({ source, settings: { classNaming } })
    expect(made.directory.classes.get('our-c1')?.fields).toMatchObject({ name: '4 Maple', localFields: ['name'] })
    expect(look(made).changes).toEqual([])
  })
})
