import { describe, expect, it } from 'vitest'
import type { Vocabulary } from '../roster/index.ts'
import { yearGroupReaderOf } from './year-group-reader.ts'

const reader = (vocabulary: Vocabulary, said: Readonly<Record<string, string | null>> = {}, includeNursery: boolean | null = null) =>
  yearGroupReaderOf(new Map(Object.entries(said)), { vocabulary }, { includeNursery })

describe('how a school reads year groups', () => {
  it.each(['6', 'Y6', 'Yr6', 'Year Six', 'YEAR 6'])('S-86 “%s” is Year 6', (raw) => {
    expect(reader('en-GB').of(raw)).toMatchObject({ code: '6', name: 'Year 6' })
    expect(reader('en-GB').check(raw)).toEqual({ kind: 'code', code: '6' })
  })

  it('S-85 a spelling nobody knows is unknown until somebody says what it means', () => {
    expect(reader('en-GB').check('Upper Blue')).toEqual({ kind: 'unknown' })
    expect(reader('en-GB', { 'upper blue': '9' }).check('Upper-Blue')).toEqual({ kind: 'code', code: '9' })
    expect(reader('en-GB', { 'upper blue': null }).check('Upper Blue')).toEqual({ kind: 'none' })
  })

  it('S-85 what somebody said beats what we know', () => {
    expect(reader('en-GB', { y6: '5' }).of('Y6')?.code).toBe('5')
    expect(reader('en-GB', { y6: null }).of('Y6')).toBeNull()
  })

  it('S-87 a mapped year group carries the MIS’s name', () => {
    expect(reader('en-GB', { 'upper blue': '9' }).of('Upper Blue')).toMatchObject({ code: '9', name: 'Upper Blue' })
  })

  it.each([
    ['en-GB', null, 'nursery'],
    ['en-GB', true, 'code'],
    ['en-GB', false, 'nursery'],
    ['en-US', null, 'code'],
    ['en-US', false, 'nursery'],
  ] as const)('S-89 nursery in an %s school with the setting %s is %s', (vocabulary, includeNursery, kind) => {
    expect(reader(vocabulary, {}, includeNursery).check(vocabulary === 'en-GB' ? 'Nursery' : 'Preschool').kind).toBe(kind)
  })

  it('D33 a number is a year in England and a grade in America', () => {
    expect(reader('en-GB').of('6')?.code).toBe('6')
    expect(reader('en-US').of('6')?.code).toBe('06')
  })

  it.each(['', 'Unspecified', 'N/A'])('“%s” says that there is none', (raw) => {
    expect(reader('en-GB').check(raw)).toEqual({ kind: 'none' })
  })
})
