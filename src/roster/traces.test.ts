import { describe, expect, it } from 'vitest'
import { tellingTexts } from './traces.ts'

describe('S-197 what somebody is found by before they are erased', () => {
  it('is what they are called now and what they were called before, with both names together', () => {
    const values = [
      { firstName: 'Zed', lastName: 'Quillon', upn: 'X820200001001' },
      { lastName: 'Warbeck', email: 'zed@oak.example' },
    ]
    expect(tellingTexts(values)).toEqual(['Quillon', 'Warbeck', 'X820200001001', 'Zed Quillon', 'Zed Warbeck', 'zed@oak.example'])
  })

  it('is nothing that stands in anything: no short text, nothing empty, no first name alone', () => {
    expect(tellingTexts([{ firstName: 'Katherine', lastName: 'Ng', customId: '7', upn: null, email: '  ' }])).toEqual(['Katherine Ng'])
  })
})
