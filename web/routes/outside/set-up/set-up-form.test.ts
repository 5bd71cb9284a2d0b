import { describe, expect, it } from 'vitest'
import { makeSay } from '../../../../src/wording/index.ts'
import { emptySetUp, faultsOfStep, placeOf, setUpBody, type TypedSetUp } from './set-up-form.ts'

const say = makeSay('en-GB')
const typed: TypedSetUp = {
  ...emptySetUp('en-GB'),
  kind: 'school',
  name: ' Dana Price ',
  email: 'dana@hillview.example ',
  password: 'maple kettle harbour',
  schools: [{ key: 0, name: 'Hillview Primary', externalId: '100100' }],
}
const fields = (step: number, it: TypedSetUp): string[] => faultsOfStep(step, it, say).map((fault) => fault.field)

describe('set-up', () => {
  it('asks for every answer of a step before the next', () => {
    const empty = emptySetUp('en-GB')
    expect(fields(1, empty)).toEqual(['start'])
    expect(fields(2, empty)).toEqual(['name', 'email', 'password'])
    expect(fields(3, { ...empty, kind: 'school' })).toEqual(['school-0-name', 'school-0-externalId'])
    expect(fields(3, { ...empty, kind: 'made_up' })).toEqual([])
    expect([1, 2, 3].flatMap((step) => fields(step, typed))).toEqual([])
  })

  it('S-154 refuses one ID for two schools of a group before it is sent', () => {
    const schools = [
      { key: 0, name: 'Oak', externalId: '100100' },
      { key: 1, name: 'Ash', externalId: ' 100100' },
    ]
    expect(fields(3, { ...typed, kind: 'group', groupName: 'Two Trees Trust', schools })).toEqual(['school-1-externalId'])
  })

  it('sends what was typed without spaces around it, and a password as it is', () => {
    expect(setUpBody('7K3', typed)).toEqual({
      code: '7K3',
      account: { name: 'Dana Price', email: 'dana@hillview.example', password: 'maple kettle harbour' },
      start: { kind: 'school', school: { name: 'Hillview Primary', externalId: '100100', vocabulary: 'en-GB' } },
    })
  })

  it.each([
    ['account.email', { step: 2, field: 'email' }],
    ['start.school.externalId', { step: 3, field: 'school-0-externalId' }],
    ['start.schools.4.name', { step: 3, field: 'school-4-name' }],
    ['start.name', { step: 3, field: 'group-name' }],
    ['code', undefined],
  ])('shows a refusal of %s where it can be mended', (path, place) => expect(placeOf(path)).toEqual(place))
})
