import { describe, expect, it } from 'vitest'
import { dateReaderFor } from './birth-dates.ts'

describe('dateReaderFor', () => {
  it.each([
    [['2015-03-04', '2015-12-31'], '2015-03-04', '2015-03-04'],
    [['20150304'], '20151231', '2015-12-31'],
    [['04/03/2015', '31/12/2015'], '4/3/2015', '2015-03-04'],
    [['2015-03-04', '2015-12-31', '04/03/2015'], '04/03/2015', null],
    [['20150304'], '2015-03-04', null],
    [['2015-03-04T00:00:00Z'], '2015-03-04T00:00:00Z', '2015-03-04'],
    [[], '2015-03-04', '2015-03-04'],
  ])('finds the form of %j and reads %s as %s', (values, value, date) => {
    expect(dateReaderFor(values)?.(value).date).toBe(date)
  })

  it.each([[['12/31/2015', '03/25/2014', '01/02/2015']], [['Ada', 'Zofia']], [['2015', '2014', '2015-03-04']]])(
    'has no reader for %j',
    (values) => {
      expect(dateReaderFor(values)).toBeNull()
    },
  )

  it('keeps a date that is in no calendar, and says so', () => {
    const read = dateReaderFor(['20150304', '20151231', '20150231'])
    expect(read?.('20150231')).toEqual({ date: '2015-02-31', isImpossible: true })
  })
})
