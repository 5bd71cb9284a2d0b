import { describe, expect, it } from 'vitest'
import { oneRoster, writePackage } from '../support/packages.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ADA = { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7', classes: ['7A'] }
const BEN = { id: 'p2', first: 'Ben', last: 'Okafor', grade: '8', classes: ['8B'] }
const DORA = { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: 'dora@oak.example.test', classes: ['7A'] } as const

const sync = (...who: Parameters<typeof oneRoster>[0]) =>
  server.sync(writePackage(server.folder, oneRoster(who, { id: 'oak', name: 'Oak School' })), '--import-staff')

async function read(q: string) {
  const found = await listed(q)
  return agent.call('people.read', { params: { school, person: found?.id ?? '' } })
}

/** Who has left is in the list of leavers and nowhere else. */
async function listed(q: string) {
  const [here] = (await agent.call('people.list', { params: { school }, query: { q } })).items
  return here ?? (await agent.call('leavers.list', { params: { school }, query: { q } })).items[0]
}

const change = (person: { readonly id: string; readonly version: number }, fields: Record<string, string | null>) =>
  agent.call('people.change', { params: { school, person: person.id }, body: { fields }, ifMatch: person.version })

await sync(ADA, BEN, DORA)

describe('a person changed by hand', () => {
  it('S-187 what the MIS owns of a synced pupil is refused, with where to change it', async () => {
    const ada = await read('ada')
    await expect(change(ada, { lastName: 'Bell', yearGroup: 'Year 8' })).rejects.toMatchObject({
      problem: {
        status: 409,
        code: 'person.field_locked',
        cure: 'The MIS owns Surname, Year group. Change it there: the next sync brings it here. Nothing has been changed.',
        fields: [
          { field: 'lastName', code: 'locked' },
          { field: 'yearGroup', code: 'locked' },
        ],
      },
    })
    expect(await read('ada')).toEqual(ada)
  })

  it('S-187 D5 e-mail and account type of staff are the school’s own once edited: no sync overwrites them', async () => {
    const dora = await read('dora')
    expect(dora.fields.filter((it) => !it.isLocked).map((it) => it.field)).toEqual(['email', 'userType'])
    const changed = await change(dora, { email: 'dora.quill@oak.example.test', userType: 'Administrator' })
    expect(changed).toMatchObject({ email: 'dora.quill@oak.example.test', version: dora.version + 1 })
    expect(changed.timeline[0]).toMatchObject({ by: 'Ada Example', operation: 'edit', run: null })
    await sync(ADA, BEN, { ...DORA, email: 'other@oak.example.test' })
    expect(await read('dora')).toMatchObject({ email: 'dora.quill@oak.example.test' })
    const [invitation] = (await agent.call('messages.list', { params: { school } })).items
    expect(invitation).toMatchObject({ to: 'dora.quill@oak.example.test', state: 'held', why: 'no_mail_server' })
  })

  it('S-187 who has left is nobody’s but the school’s: every detail can be changed, and wrong ones are told', async () => {
    await sync(ADA, DORA)
    const ben = await read('ben')
    expect(ben).toMatchObject({ sync: 'desynced', reason: 'left' })
    expect(ben.fields.some((it) => it.isLocked)).toBe(false)
    await expect(change(ben, { birthDate: '2014-02-30', email: 'nowhere', lastName: '', nonsense: 'x' })).rejects.toMatchObject({
      problem: {
        status: 422,
        code: 'person.fields_wrong',
        fields: [
          { field: 'birthDate', code: 'not_a_date' },
          { field: 'email', code: 'not_an_address' },
          { field: 'lastName', code: 'needed' },
          { field: 'nonsense', code: 'unknown' },
        ],
      },
    })
    await expect(change(ben, { yearGroup: 'Upper Blue' })).rejects.toMatchObject({
      problem: { fields: [{ field: 'yearGroup', code: 'not_a_choice' }] },
    })
    const changed = await change(ben, { birthDate: '2014-02-28', yearGroup: 'Year 7', knownAsFirstName: ' Benny ' })
    expect(changed).toMatchObject({ birthDate: '2014-02-28', yearGroup: 'Year 7', version: ben.version + 1 })
    expect(changed.timeline[0]?.fields).toContainEqual({ field: 'yearGroup', before: 'Year 8', after: 'Year 7' })
    expect(changed.fields).toContainEqual({ field: 'knownAsFirstName', value: 'Benny', isLocked: false, pin: null, mayBePinned: false })
  })

  it('who looked at an older version is told, and changes nothing', async () => {
    const ben = await read('ben')
    await expect(change({ ...ben, version: ben.version - 1 }, { middleName: 'Jo' })).rejects.toMatchObject({
      problem: { status: 412, code: 'version.changed', changedBy: { name: 'Ada Example', rows: [ben.id] } },
    })
    expect(await read('ben')).toEqual(ben)
  })

  it('leavers are listed apart and count in no class', async () => {
    const leavers = await agent.call('leavers.list', { params: { school } })
    expect(leavers.items.map((it) => it.name)).toEqual(['Ben Okafor'])
    const [left] = (await agent.call('classes.list', { params: { school }, query: { q: '8B' } })).items
    expect(left?.pupils ?? 0).toBe(0)
    expect((await agent.call('home.read', { params: { school } })).tiles).toMatchObject({ pupils: 1, leavers: 1, staff: 1 })
  })
})
