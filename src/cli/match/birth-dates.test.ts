import { describe, expect, it } from 'vitest'
import { packBirth } from '../../matching/index.ts'
import { birthIn, FormCount, formOf, isImpossible, readBirthDate } from './birth-dates.ts'

const read = (text: string) => readBirthDate(Buffer.from(` ${text} `), 1, 1 + Buffer.byteLength(text))

/** What the engine gets for a value in a column of these values. */
function birthInColumn(values: readonly string[], value: string): number | null {
  const forms = new FormCount()
  for (const it of values) forms.note(read(it))
  const form = forms.form()
  return form === null ? null : birthIn(form, read(value))
}

describe('birth dates', () => {
  it.each([
    [['2015-03-04', '2015-12-31'], '2015-03-04', packBirth(2015, 3, 4)],
    [['20150304'], '20151231', packBirth(2015, 12, 31)],
    [['04/03/2015', '31/12/2015'], '4/3/2015', packBirth(2015, 3, 4)],
    [['2015-03-04', '2015-12-31', '04/03/2015'], '04/03/2015', 0],
    [['20150304'], '2015-03-04', 0],
    [['2015-03-04T00:00:00Z'], '2015-3-4 00:00', packBirth(2015, 3, 4)],
    [[], '2015-03-04', packBirth(2015, 3, 4)],
    [['9999-12-31', '0000-01-01'], '9999-12-31', packBirth(9999, 12, 31)],
  ])('finds the form of %j and reads %s', (values, value, birth) => {
    expect(birthInColumn(values, value)).toBe(birth)
  })

  it.each([[['12/31/2015', '03/25/2014', '01/02/2015']], [['Ada', 'Zofia']], [['2015', '2014', '2015-03-04']]])(
    'has no form for %j',
    (values) => {
      expect(birthInColumn(values, '2015-03-04')).toBeNull()
    },
  )

  it.each([
    '',
    '2015',
    '2015-',
    '2015-03',
    '2015-03-',
    '2015-03-041',
    '2015-03-04Z',
    '201503041',
    '4/3/15',
    '4/3/20156',
    '4//2015',
    '٢٠١٥',
  ])('takes %j for no date', (value) => {
    expect(formOf(read(value))).toBe(0)
  })

  it('keeps a date that is in no calendar, and says so', () => {
    expect(birthIn(formOf(read('20150231')), read('20150231'))).toBe(packBirth(2015, 2, 31))
    expect(['20150231', '20150229', '20151301', '20150100'].map(read).every(isImpossible)).toBe(true)
    expect(['20160229', '20000229', '00010101', '99991231'].map(read).some(isImpossible)).toBe(false)
  })
})
