import { describe, expect, it } from 'vitest'
import { pupil } from '../../test/support/invented-school.ts'
import { moverKeys } from './mover-keys.ts'

describe('what movers are looked for by', () => {
  it('N-10 is each value once, folded as the query compares it, dates with day and month turned too', () => {
    const ada = { firstName: 'Ada', lastName: 'Okonkwo', knownAsLastName: ' Bell ', birthDate: '2015-03-04', upn: 'H801200001001' }
    const keys = moverKeys([
      pupil('s1', { ...ada, email: ' Ada@Home.example.test' }),
      pupil('s2', { ...ada, formerUpn: 'R674123101121', email: '' }),
      pupil('s3'),
    ])
    expect(keys).toEqual({
      upns: ['H801200001001', 'R674123101121'],
      emails: ['ada@home.example.test'],
      birthDates: ['2015-03-04', '2015-04-03'],
      birthYears: ['2015'],
      names: ['okonkwo', 'bell', 'ada'],
    })
  })
})
