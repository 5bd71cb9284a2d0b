import { describe, expect, it } from 'vitest'
import { aSchool, aSyncedSchool, look } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil } from '../../test/support/stories.ts'
import { resolve } from './resolve.ts'

const AT = new Date('2026-09-01T08:00:00Z')
const ids = () => {
  let number = 0
  return () => `id-${++number}`
}

describe('resolve', () => {
  it('gives new records ids of ours, and whoever refers to them the same; a year group keeps its code', () => {
    const { changes } = look(aSchool({ source: [aClass('7A'), aPupil('p1', { classes: ['7A'] })] }))
    const [clazz, person, year] = resolve(changes, ids(), AT)
    expect([clazz?.recordKind, person?.recordKind, year?.recordKind]).toEqual(['class', 'person', 'year_group'])
    expect(person?.after.enrolments).toEqual([{ class: clazz?.recordId, role: 'pupil', isPrimary: true }])
    expect(new Set([clazz?.recordId, person?.recordId, clazz?.id, person?.id, year?.id]).size).toBe(5)
    expect(year?.recordId).toBe('7')
  })

  it('gives links that end the time of applying, and those an undo ends again their own', () => {
    const school = aSyncedSchool({ source: [aPupil('p1'), aPupil('p2')] })
    const [leaving] = look({ ...school, source: [aPupil('p2')] }).changes
    if (leaving === undefined) throw new Error('nobody leaves')
    expect(resolve([leaving], ids(), AT)[0]?.after.link).toEqual({ state: 'left', endedAt: AT.toISOString() })
    const earlier = { ...leaving, after: { ...leaving.after, link: { state: 'left' as const, endedAt: '2025-07-01T00:00:00.000Z' } } }
    expect(resolve([earlier], ids(), AT)[0]?.after.link).toEqual({ state: 'left', endedAt: '2025-07-01T00:00:00.000Z' })
  })

  it('refuses to put anybody into a class that nobody makes: a broken promise', () => {
    const { changes } = look(aSchool({ source: [aClass('7A'), aPupil('p1', { classes: ['7A'] })] }))
    expect(() =>
      resolve(
        changes.filter((it) => it.recordKind !== 'class'),
        ids(),
        AT,
      ),
    ).toThrow('a class that it does not create')
  })
})
