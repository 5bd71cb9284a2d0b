import { describe, expect, it } from 'vitest'
import { applyTo, aSchool, look } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil } from '../../test/support/stories.ts'
import { findDrift } from './find-drift.ts'
import { rebase } from './rebase.ts'

const SCHOOL = aSchool({ source: [aClass('7A'), aPupil('p1', { classes: ['7A'] })] })
const { changes } = look(SCHOOL)
const people = changes.filter((it) => it.recordKind === 'person')
const others = changes.filter((it) => it.recordKind !== 'person')

describe('a part of a plan that is applied by itself', () => {
  it('D20 calls a class that the other part has made by its id', () => {
    const { directory } = applyTo(SCHOOL.directory, others)
    const [pupil] = rebase(people, directory)
    expect(pupil?.after.enrolments.map((it) => it.class)).toEqual([...directory.classes.keys()])
    expect(findDrift(rebase(people, directory), directory, [])).toEqual([])
  })

  it('D20 N-04 has drifted as long as the class and the year group are not there', () => {
    expect(findDrift(rebase(people, SCHOOL.directory), SCHOOL.directory, [])).toEqual([
      { key: 'person create pupil p1', what: ['enrolments', 'yearGroup'] },
    ])
  })

  it('leaves a class that the part itself makes as it is', () => {
    expect(rebase(changes, SCHOOL.directory)).toEqual(changes)
  })
})
