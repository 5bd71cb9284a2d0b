import { describe, expect, it } from 'vitest'
import { nearClasses } from './near-classes.ts'

const held = (...names: readonly string[]) => names.map((name) => ({ id: name, name }))
const near = (name: string, ...names: readonly string[]) => nearClasses(name, held(...names)).map((it) => it.name)

describe('S-95 classes with nearly the same name', () => {
  it.each([
    ['6-Oak', '6 Oak'],
    ['6-Oak', 'Year 6 Oak'],
    ['4M (2026)', '4M'],
    ['Oak 6', '6 Oak'],
    ['6Oak', '6 Oak'],
    ['5 Mapel', '5 Mapes'],
    ['5 Maple', '5 Maples'],
    ['Maple', '5 Maple'],
    ['Class 3H', '3H'],
  ])('%s is near %s', (name, other) => {
    expect(near(name, other)).toEqual([other])
  })

  it.each([
    ['5 Oak', '6 Oak'],
    ['Ash', 'Asp'],
    ['7A', '7B'],
    ['5 Maple', '5 Elder'],
    ['5', '6'],
    ['7', '7A'],
  ])('%s is not near %s', (name, other) => {
    expect(near(name, other)).toEqual([])
  })

  it('names the nearest first, and no more than three', () => {
    expect(near('5 Maple', 'Maple', '5 Maples', 'Maple 5', '5-Maple', '5 Maple A')).toEqual(['5-Maple', 'Maple 5', '5 Maples'])
  })
})
