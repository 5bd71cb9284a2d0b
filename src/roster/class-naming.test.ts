import { describe, expect, it } from 'vitest'
import { isNamePattern, nameOfNewClass } from './class-naming.ts'

describe('what a new class is called', () => {
  it.each([
    ['as_is', '4M (2026)', 'Year 4', '4M (2026)'],
    ['without_year', '4M (2026)', 'Year 4', '4M'],
    ['without_year', '2026/27 4M', 'Year 4', '4M'],
    ['without_year', '4M - 2026-2027', 'Year 4', '4M'],
    ['without_year', '2026', 'Year 4', '2026'],
    ['without_year', 'Room 204', null, 'Room 204'],
    ['pattern', 'Maple', 'Year 4', '4 Maple'],
    ['pattern', 'Oak', 'Year 5, Year 6', '5/6 Oak'],
    ['pattern', 'Acorns', 'Reception', 'Reception Acorns'],
    ['pattern', 'Elm', null, 'Elm'],
  ] as const)('%s: %s of %s becomes %s', (style, name, yearGroup, expected) => {
    expect(nameOfNewClass({ style, pattern: '{year} {name}' }, { name, yearGroup })).toBe(expected)
  })

  it.each([
    ['{year} {name}', true],
    ['{name}', true],
    ['{year}', false],
    ['Class', false],
    ['{name} {teacher}', false],
    ['{name', false],
  ])('a pattern needs the name and knows the year: %s: %s', (pattern, expected) => {
    expect(isNamePattern(pattern)).toBe(expected)
  })
})
