import { describe, expect, it } from 'vitest'
import { choose, chosen, clashes, descriptionOf, doubles, effectOf, newName, setUpAll, shownClasses, subjectsOf } from './class-choices.ts'

const row = (id: string, isSetUp: boolean, target: string | null, keepsName = false) => ({
  id,
  name: id,
  isSetUp,
  target,
  keepsName,
  described: null,
})
const ours = [
  { id: 'oak', name: '6 Oak', description: 'Ours', ownsDescription: true },
  { id: 'elm', name: 'elm', description: 'As it is', ownsDescription: false },
]

describe('what becomes of the classes of the MIS', () => {
  it('is as it was until somebody says otherwise', () => {
    const held = { id: 'a', isSetUp: true, target: { id: 'oak', name: '6 Oak' }, keepsName: true, described: null }
    expect(chosen(held, {})).toEqual({ isSetUp: true, target: 'oak', keepsName: true, described: null })
    expect(chosen(held, { a: { isSetUp: false, target: null, keepsName: false, described: null } })).toMatchObject({
      isSetUp: false,
      target: null,
    })
  })

  it.each([
    [row('6-Oak', true, 'oak'), 'rename'],
    [row('6-Oak', true, 'oak', true), 'keep'],
    [row('elm', true, 'elm'), 'keep'],
    [row('Ash', true, null), 'new'],
    [row('Ash', false, null), 'not_synced'],
  ] as const)('S-94 %j: %s', (it, effect) => {
    expect(effectOf(it, ours)).toBe(effect)
  })

  it('UX C6 a class of ours that is chosen keeps its name', () => {
    expect(choose('oak')).toEqual({ isSetUp: true, target: 'oak', keepsName: true })
    expect(choose(null)).toMatchObject({ target: null, keepsName: false })
  })

  it('S-92 selects and deselects all, and keeps which of ours they are', () => {
    expect(setUpAll([{ ...row('a', false, 'oak'), described: 'Quiet' }, row('b', false, null)], {}, true)).toEqual({
      a: { isSetUp: true, target: 'oak', keepsName: false, described: 'Quiet' },
      b: { isSetUp: true, target: null, keepsName: false, described: null },
    })
  })

  it.each([
    ['what was said here', 'Said', 'MIS', 'oak', 'Said'],
    ['none, where it was emptied', '', 'MIS', 'oak', null],
    ['a new one as the MIS does', null, 'MIS', null, 'MIS'],
    ['ours, where it is our own', null, 'MIS', 'oak', 'Ours'],
    ['as the MIS does, where it is not', null, 'MIS', 'elm', 'MIS'],
    ['as it is, where the MIS says nothing', null, null, 'elm', 'As it is'],
  ])('S-96 a class will be described by %s', (_, described, description, target, shown) => {
    expect(descriptionOf({ described, description, target }, ours)).toBe(shown)
  })

  it('S-95 warns of a class that would be made beside one with nearly the same name', () => {
    const near = [{ id: 'oak', name: '6 Oak' }]
    expect(doubles({ ...row('6-Oak', true, null), near })).toEqual(near)
    expect(doubles({ ...row('6-Oak', true, 'oak'), near })).toEqual([])
    expect(doubles({ ...row('6-Oak', false, null), near })).toEqual([])
  })

  it('S-98 filters by subject and name', () => {
    const rows = [
      { name: '7 Maths 1', subject: 'Maths' },
      { name: '7 Art', subject: 'Art' },
      { name: '8 Maths 1', subject: 'Maths' },
      { name: 'Choir', subject: null },
    ]
    expect(subjectsOf(rows)).toEqual(['Art', 'Maths'])
    expect(shownClasses(rows, '', 'Maths').map((it) => it.name)).toEqual(['7 Maths 1', '8 Maths 1'])
    expect(shownClasses(rows, ' 8 ', 'Maths').map((it) => it.name)).toEqual(['8 Maths 1'])
  })

  it('UX C6 shows what a new class will be called', () => {
    const naming = { style: 'pattern', pattern: '{year} {name}' } as const
    expect(newName({ name: 'Maple', yearGroup: 'Year 4' }, naming)).toBe('4 Maple')
  })

  it('finds two that would go to one class of ours', () => {
    const rows = [row('a', true, 'oak'), row('b', true, 'oak'), row('c', false, 'oak'), row('d', true, null), row('e', true, null)]
    expect(clashes(rows).map((it) => it.id)).toEqual(['b'])
  })
})
