import { describe, expect, it } from 'vitest'
import { dateOrderOf, noDateEvidence, readBirthDate, weighDate } from './dates.ts'

const NOW = new Date('2025-09-15T09:00:00Z')

function orderOf(values: readonly string[], isAmerican = false) {
  const evidence = noDateEvidence()
  for (const value of values) weighDate(evidence, value)
  return dateOrderOf(evidence, isAmerican)
}

describe('the order of a column of dates', () => {
  it.each<[string, string[], boolean, string, boolean]>([
    ['one value can decide for all', ['04/03/2015', '25/12/2014'], true, 'day first', false],
    ['month first too', ['04/03/2015', '12/25/2014'], false, 'month first', false],
    ['an impossible value does not outvote the others', ['13/05/2014', '14/05/2014', '05/14/2014'], false, 'day first', false],
    ['undecided British files', ['04/03/2015'], false, 'day first', true],
    ['undecided American files', ['04/03/2015'], true, 'month first', true],
    ['the same day either way is no doubt', ['04/04/2015', '2015-03-04'], true, 'month first', false],
  ])('%s', (_name, values, isAmerican, order, isGuess) => {
    expect(orderOf(values, isAmerican)).toEqual({ order, isGuess })
  })
})

describe('readBirthDate', () => {
  it.each<[string, string | null]>([
    ['2015-03-04', '2015-03-04'],
    ['2015-03-04T23:30:00.000Z', '2015-03-04'],
    ['2015-03-04 00:00:00', '2015-03-04'],
    ['20150304', '2015-03-04'],
    ['04/03/2015', '2015-03-04'],
    ['4.3.2015', '2015-03-04'],
    ['04/03/2015 00:00', '2015-03-04'],
    ['04/03/15', '2015-03-04'],
    ['04/03/68', '1968-03-04'],
    ['4 Mar 2015', '2015-03-04'],
    ['04-March-2015', '2015-03-04'],
    ['4-Mar-15', '2015-03-04'],
    ['4th March 2015', '2015-03-04'],
    ['March 4, 2015', '2015-03-04'],
    ['Mar 4 2015', '2015-03-04'],
    ['4-Foo-15', null],
    ['42067', '2015-03-04'],
    ['29/02/2016', '2016-02-29'],
    ['29/02/2015', null],
    ['31/04/2015', null],
    ['2015-13-01', null],
    ['2045-01-01', null],
    ['1815-01-01', null],
    ['unknown', null],
    ['0', null],
  ])('reads %s as %s', (text, expected) => {
    expect(readBirthDate(text, 'day first', NOW)).toBe(expected)
  })

  it('obeys the order of the column', () => {
    expect(readBirthDate('4/3/2015', 'month first', NOW)).toBe('2015-04-03')
  })
})
