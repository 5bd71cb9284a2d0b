import { describe, expect, it } from 'vitest'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const KIT = aPupil('p1', 'Kit', 'Newcombe', { birthDate: '2013-05-04' })
const first = await ada.start([KIT, DORA])
await ada.savePanels(first)
await ada.sync(first)

const NEW = { firstName: 'Ida', lastName: 'Finch', birthDate: '2013-02-01', yearGroup: 'Year 7' }
const add = (fields: Readonly<Record<string, string | null>>, more: { registrationClass?: string; evenIfAlike?: boolean } = {}) =>
  agent.call('people.add', {
    params: { school },
    body: {
      kind: 'pupil',
      fields: { ...fields },
      registrationClass: more.registrationClass ?? null,
      evenIfAlike: more.evenIfAlike ?? false,
    },
  })
const pupils = async () => (await agent.call('people.list', { params: { school }, query: { kind: 'pupil' } })).items.map((it) => it.name)

describe('S-206, S-207 somebody is added by hand', () => {
  it('is not matched, in their class and year, with who did it', async () => {
    const added = await add(NEW, { registrationClass: '7A' })
    expect(added).toMatchObject({ name: 'Ida Finch', sync: 'not_matched', reason: null, yearGroup: 'Year 7', registrationClass: '7A' })
    expect(added.timeline).toMatchObject([{ operation: 'create', by: 'Ada Example', run: null }])
    expect(await pupils()).toEqual(['Ida Finch', 'Kit Newcombe'])
  })

  it('is matched by a later sync, which adds no second one', async () => {
    const run = await ada.start([KIT, aPupil('p2', 'Ida', 'Finch', { birthDate: '2013-02-01' }), DORA])
    const { items } = await ada.rows(run)
    expect(items.find((it) => it.here?.name === 'Ida Finch')).toMatchObject({ status: 'matched', there: { name: 'Ida Finch' } })
    await ada.discard(run)
  })

  it.each([
    ['no last name', { firstName: 'Ann' }, { status: 422, code: 'person.fields_wrong', fields: [{ field: 'lastName', code: 'needed' }] }],
    [
      'a day that is none',
      { lastName: 'Ash', birthDate: '2013-02-30' },
      { status: 422, fields: [{ field: 'birthDate', code: 'not_a_date' }] },
    ],
    [
      'a year group of nobody',
      { lastName: 'Ash', yearGroup: 'Year 99' },
      { status: 422, fields: [{ field: 'yearGroup', code: 'not_a_choice' }] },
    ],
    ['a detail of staff', { lastName: 'Ash', position: 'Head' }, { status: 422, fields: [{ field: 'position', code: 'unknown' }] }],
    [
      'the name of somebody with the same birth date',
      { firstName: 'KIT', lastName: 'Newcombe', birthDate: '2013-05-04' },
      { status: 409, code: 'person.looks_known' },
    ],
    ['the name of somebody, and no birth date', { firstName: 'Kit', lastName: 'newcombe' }, { status: 409, code: 'person.looks_known' }],
  ])('with %s nobody is added, and what is wrong is said', async (_, fields, problem) => {
    await expect(add(fields)).rejects.toMatchObject({ problem })
    expect(await pupils()).toEqual(['Ida Finch', 'Kit Newcombe'])
  })

  it('a class that the school does not have is said too', async () => {
    await expect(add({ lastName: 'Ash' }, { registrationClass: '9Z' })).rejects.toMatchObject({ problem: { code: 'person.class_unknown' } })
  })

  it('a namesake with another birth date is somebody else; the same name is added on a second word', async () => {
    await add({ firstName: 'Kit', lastName: 'Newcombe', birthDate: '2014-05-04' })
    await add({ firstName: 'Kit', lastName: 'Newcombe', birthDate: '2013-05-04' }, { evenIfAlike: true })
    expect(await pupils()).toEqual(['Ida Finch', 'Kit Newcombe', 'Kit Newcombe', 'Kit Newcombe'])
  })
})
