import { describe, expect, it } from 'vitest'
import { aSyncedSchool, look, type SchoolInMemory } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil, aTeacher, pupils } from '../../test/support/stories.ts'
import { countChanges, summarise } from './summary.ts'

/** One of everything: two leave, one changes, one is new, one is linked, three stay as they are; a class ends, one begins. */
function aBusyDay(): SchoolInMemory {
  const first = aSyncedSchool({ source: [aClass('7A'), ...pupils(6, { classes: ['7A'] }), aTeacher('t1')] })
  const byHand = aSyncedSchool({ source: [aPupil('p50')], connection: 'hand' }).directory.people
  const directory = { ...first.directory, people: new Map([...first.directory.people, ...byHand]) }
  const classes = ['7B']
  const source = [
    aClass('7B'),
    aPupil('p1', { classes, lastName: 'Okafor' }),
    ...pupils(3, { classes }, 2),
    aPupil('p99', { classes }),
    aPupil('x50', { ...aPupil('p50').body.fields, classes }),
    aTeacher('t1'),
  ]
  return { ...first, directory, source }
}

describe('the numbers of a plan', () => {
  it('S-137 the lines of the summary, people first, add up to the changes', () => {
    const { changes } = look(aBusyDay())
    const lines = summarise(changes)
    expect(lines).toEqual([
      { population: 'pupil', operation: 'create', count: 1 },
      { population: 'pupil', operation: 'desync', count: 2 },
      { population: 'pupil', operation: 'link', count: 1 },
      { population: 'pupil', operation: 'update', count: 4 },
      { population: 'class', operation: 'archive', count: 1 },
      { population: 'class', operation: 'create', count: 1 },
    ])
    expect(lines.reduce((sum, it) => sum + it.count, 0)).toBe(changes.length)
  })

  it('S-146 people created, updated, linked, desynced and unchanged: each once', () => {
    const { changes, rows } = look(aBusyDay())
    expect(countChanges(changes, rows)).toEqual({ created: 1, updated: 4, linked: 1, desynced: 2, unchanged: 1 })
  })

  it('S-146 a second time everybody is unchanged', () => {
    const { changes, rows } = look(aSyncedSchool({ source: pupils(4) }))
    expect(countChanges(changes, rows)).toEqual({ created: 0, updated: 0, linked: 0, desynced: 0, unchanged: 4 })
    expect(summarise(changes)).toEqual([])
  })
})
