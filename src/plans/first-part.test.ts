import { describe, expect, it } from 'vitest'
import { aSchool, aSyncedSchool, look, said } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil, aTeacher, pupils } from '../../test/support/stories.ts'
import { firstClasses, firstPart } from './first-part.ts'

const CLASSES = [aClass('7A'), aClass('8B')]
const SOURCE = [
  ...CLASSES,
  ...pupils(3, { yearGroup: 'Year 7', classes: ['7A'] }),
  ...pupils(2, { yearGroup: 'Year 8', classes: ['8B'] }, 10),
  aTeacher('t1', { classes: ['7A'] }),
]
const keys = (changes: readonly { readonly key: string }[]) => changes.map((it) => it.key)

describe('the first part of a plan', () => {
  it('N-14 is everybody of one class, with the class and the year group that they need, and nothing else', () => {
    const { changes, plan } = look(aSchool({ source: SOURCE }))
    const part = firstPart(changes, plan.directory, { class: 'new:7A' })
    expect(keys(part)).toEqual(keys(changes).filter((it) => !/8B|Y?\b8$|p1\d/.test(it)))
    expect(part).toHaveLength(6)
    expect(firstClasses(changes, plan.directory)).toEqual([
      { ref: 'new:7A', name: '7A', changes: 6 },
      { ref: 'new:8B', name: '8B', changes: 4 },
    ])
  })

  it('N-14 is a few people by the keys of their changes, with what they need', () => {
    const { changes, plan } = look(aSchool({ source: SOURCE }))
    const one = changes.find((it) => it.source?.id === 'p10')?.key ?? ''
    const part = firstPart(changes, plan.directory, { people: [one] })
    expect(part.map((it) => `${it.recordKind} ${it.source?.id}`).sort()).toEqual(['class 8B', 'person p10', 'year_group 8'])
    expect(firstPart(changes, plan.directory, { people: ['nobody'] })).toEqual([])
  })

  it('N-14 who leaves a class goes with it, and who moves goes with the class that they come into', () => {
    const school = aSyncedSchool({ source: SOURCE })
    const moved = SOURCE.filter((it) => it.sourceId !== 'p1').map((it) =>
      it.sourceId === 'p2' ? aPupil('p2', { yearGroup: 'Year 8', classes: ['8B'] }) : it,
    )
    const { changes, plan } = look({ ...school, source: moved })
    const classes = firstClasses(changes, plan.directory)
    expect(classes.map((it) => it.name)).toEqual(['7A', '8B'])
    const of = (name: string) =>
      firstPart(changes, plan.directory, { class: classes.find((it) => it.name === name)?.ref ?? '' }).map((it) => it.source?.id)
    expect(of('7A')).toEqual(['p1'])
    expect(of('8B')).toEqual(['p2'])
  })

  it('N-14 a class that ends stays with the rest: somebody may still be in it', () => {
    const school = aSyncedSchool({ source: SOURCE, settings: { archiveEmptied: true } })
    const gone = SOURCE.filter((it) => !['8B', 'p10'].includes(it.sourceId)).map((it) =>
      it.kind === 'class' ? it : (it.kind === 'pupil' ? aPupil : aTeacher)(it.sourceId, { ...it.body.fields, classes: ['7A'] }),
    )
    const { changes, plan } = look({ ...school, source: gone })
    const ref = [...school.directory.classes.values()].find((it) => it.fields.name === '8B')?.id ?? ''
    expect(changes.filter((it) => it.recordId === ref && it.recordKind === 'class').length).toBeGreaterThan(0)
    expect(firstPart(changes, plan.directory, { class: ref }).map((it) => it.source?.id)).toEqual(['p10'])
  })

  it('N-14 both sides of a link that moves go together', () => {
    const school = aSyncedSchool({ source: SOURCE })
    const [p1 = '', p2 = ''] = ['p1', 'p2'].map((id) => school.directory.links.find((it) => it.source.id === id)?.recordId)
    const decisions = [said('unmatch', 'p1', p1), said('match', 'p1', p2)]
    const { changes, plan } = look({ ...school, decisions: { ...school.decisions, decisions } })
    const about = changes.filter((it) => it.source?.id === 'p1')
    expect(about.length).toBeGreaterThan(1)
    for (const { key } of about)
      expect(keys(firstPart(changes, plan.directory, { people: [key] }))).toEqual(expect.arrayContaining(keys(about)))
  })
})
