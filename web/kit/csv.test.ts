import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

const cell = (value: string | null): string => csvOf(['a'], [[value]]).split('\r\n')[1] ?? ''

describe('a list as CSV', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+44 20', `"'+44 20"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
  ])('C14 %j is a text, not a formula', (value, written) => expect(cell(value)).toBe(written))

  it.each([
    ['Ada Marsh', 'Ada Marsh'],
    ['Marsh, Ada', '"Marsh, Ada"'],
    ['the "7A"', '"the ""7A"""'],
    ['two\nlines', '"two\nlines"'],
    [null, ''],
  ])('%j is kept as it is', (value, written) => expect(cell(value)).toBe(written))

  it('begins with a byte order mark, so that a spreadsheet reads names rightly', () => {
    expect(csvOf(['Name'], [['Zoë']])).toBe('\uFEFFName\r\nZoë\r\n')
  })
})
