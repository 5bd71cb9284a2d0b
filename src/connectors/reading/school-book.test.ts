import { describe, expect, it } from 'vitest'
import { recording } from '../support/recording.ts'
import { closeSchoolBook, describeOrganisation, onlySchool, schoolBook, schoolOf, schoolOfNone } from './school-book.ts'

const PLACE = { file: 'orgs.csv', line: 2 }

function bookOf(...organisations: readonly (readonly [id: string, parent: string | null, isSchool?: boolean])[]) {
  const record = recording()
  const book = schoolBook(record.sink)
  for (const [id, parent, isSchool = false] of organisations) {
    describeOrganisation(book, { id, name: id.toUpperCase(), parent, isSchool, hasEnded: false, place: PLACE })
  }
  return { book, record }
}

describe('the school an organisation counts to (D22)', () => {
  it('is the nearest school above it', () => {
    const { book } = bookOf(['trust', null], ['school', 'trust', true], ['dept', 'school'], ['team', 'dept'])
    expect(['school', 'dept', 'team', 'trust'].map((id) => schoolOf(book, id, PLACE))).toEqual(['school', 'school', 'school', 'trust'])
  })

  it('is itself when organisations stand in a circle', () => {
    const { book } = bookOf(['a', 'b'], ['b', 'a'])
    expect(schoolOf(book, 'a', PLACE)).toBe('a')
  })

  it('is told once, when somebody belongs to it, and other rows are left out at the end', () => {
    const { book, record } = bookOf(['trust', null], ['office', 'trust'], ['school', 'trust', true])
    schoolOf(book, 'office', PLACE)
    schoolOf(book, 'office', PLACE)
    closeSchoolBook(book)
    expect([...record.schools]).toEqual([
      ['school', 'SCHOOL'],
      ['office', 'OFFICE'],
    ])
    expect(record.rows).toEqual({ 'orgs.csv': 3 })
  })

  it('is the only one described for a row that names none', () => {
    expect(schoolOfNone(bookOf(['school', null, true], ['trust', null]).book)).toBe('school')
    expect(schoolOfNone(bookOf(['a', null, true], ['b', null, true]).book)).toBeNull()
    expect(onlySchool(bookOf(['dept', null]).book)).toBe('dept')
    expect(onlySchool(bookOf().book)).toBeNull()
  })
})
