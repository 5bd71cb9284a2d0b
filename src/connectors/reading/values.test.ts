import { describe, expect, it } from 'vitest'
import { soundsLikeRegistration } from './class-desk.ts'
import { gradeLook } from './grade-look.ts'
import { booleanOf, isoDate, listOf, monthFirstDate, saysEnded, sexOf, upnOf } from './values.ts'

describe('values of roster files', () => {
  it.each([
    ['2026-09-01', '2026-09-01'],
    ['2026-09-01T23:30:00.000Z', '2026-09-01'],
    ['2017-05-06 08:01:05', '2017-05-06'],
    ['20260901', '2026-09-01'],
    ['2026-02-30', null],
    ['2026-13-01', null],
    ['1/9/2026', null],
    ['', null],
  ])('isoDate reads %s as %s, never through a time zone', (text, date) => expect(isoDate(text)).toBe(date))

  it.each([
    ['4/2/2000', '2000-04-02'],
    ['12/31/2000', '2000-12-31'],
    ['31/12/2000', null],
    ['2000-12-31', '2000-12-31'],
  ])('monthFirstDate reads %s as %s', (text, date) => expect(monthFirstDate(text)).toBe(date))

  it.each([
    ['TRUE', true],
    ['1', true],
    ['no', false],
    ['perhaps', null],
  ])('booleanOf reads %s as %s', (text, value) => expect(booleanOf(text)).toBe(value))

  it.each([
    ['Z873200011001', 'Z873200011001'],
    ['z8732 0001 1001', 'Z873200011001'],
    ['V87320002100A', 'V87320002100A'],
    ['I873200011001', null],
    ['V87320002100S', null],
    ['004417', null],
    [null, null],
  ])('upnOf finds in %s: %s', (text, upn) => expect(upnOf(text)).toBe(upn))

  it('reads lists, sexes and ended records', () => {
    expect([listOf(' a, b,,'), listOf(null)]).toEqual([['a', 'b'], []])
    expect(['Female', 'M', 'ext:x'].map(sexOf)).toEqual(['female', 'male', null])
    expect(['tobedeleted', 'toBeDeleted', 'inactive', 'active', null].map(saysEnded)).toEqual([true, true, true, false, false])
  })

  it('hears registration classes only', () => {
    expect([null, 'Home Room 3', 'Form 7A', '6th form maths', 'Reformation'].map((text) => soundsLikeRegistration(text))).toEqual([
      ...[false, true, true],
      ...[false, false],
    ])
  })

  it('does not take a package with a Reception for an American one (D33)', () => {
    const look = gradeLook()
    for (const grade of ['01', '02', 'R']) look.see(grade)
    expect(look.isUs()).toBe(false)
  })
})
