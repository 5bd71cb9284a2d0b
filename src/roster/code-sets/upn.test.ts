import { describe, expect, it } from 'vitest'
import { normaliseUpn, upnKind } from './upn.ts'

describe('upnKind', () => {
  it.each([
    ['H801200001001', 'permanent'],
    ['R674123101121', 'permanent'],
    ['B801200005001', 'permanent'],
    ['Z873200011001', 'permanent'],
    ['N873200011002', 'permanent'],
    ['W302400123045', 'permanent'],
    ['V87320002100A', 'temporary'],
    ['J87320002100B', 'temporary'],
    ['A873200011001', 'invalid'],
    ['Z873200011002', 'invalid'],
    ['B823432107120', 'invalid'],
    ['I801200001001', 'invalid'],
    ['H80120000100', 'invalid'],
    ['', 'invalid'],
  ])('S-72 knows that %s is %s', (upn, kind) => {
    expect(upnKind(upn)).toBe(kind)
  })
})

describe('normaliseUpn', () => {
  it.each([
    [' h801 200001001 ', 'H801200001001'],
    ['UN1', null],
    ['un5', null],
    ['', null],
    ['  ', null],
    ['0000000000000', null],
    ['N/A', null],
    ['ABC', 'ABC'],
  ])('reads %j as %j', (raw, upn) => {
    expect(normaliseUpn(raw)).toBe(upn)
  })
})
