import { describe, expect, it } from 'vitest'
import { inSchool } from '../../src/db/index.ts'
import { dropMessages } from '../../src/outbox/index.ts'
import { allow, operator } from '../../src/permission/index.ts'
import { testMuster } from '../support/muster.ts'
import { oneRoster, writePackage } from '../support/packages.ts'
import { aSchoolOnDatabase } from '../support/school-on-database.ts'
import { aClass, aPupil, aTeacher } from '../support/stories.ts'

const muster = await testMuster()

const PUPIL = { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7', email: 'ada@oak.example.test', classes: ['7A'] }
const TEACHER = { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: 'dora@oak.example.test' } as const

interface Owed {
  readonly kind: string
  readonly address: string
  readonly state: string
  readonly why: string
}

function messagesOf(school: string): Promise<readonly Owed[]> {
  return muster.ask<Owed>(
    `select m.kind, m.address, m.state, m.why from outbox_message m join school s on s.id = m.school_id
     where s.external_id = $1 order by m.address, m.created_at`,
    [school],
  )
}

function sync(school: string, ...people: Parameters<typeof oneRoster>[0]) {
  return muster.sync(writePackage(muster.folder, oneRoster(people, { id: school, name: school })), '--import-staff')
}

describe('messages of a sync', () => {
  it('S-107 D32 new staff with an address are owed an invitation, which waits: there is no mail server', async () => {
    await sync('a', PUPIL, TEACHER, { id: 't2', first: 'Sam', last: 'Hale', role: 'teacher' })
    expect(await messagesOf('a')).toEqual([
      { kind: 'staff_invitation', address: 'dora@oak.example.test', state: 'held', why: 'no_mail_server' },
    ])
    const again = await sync('a', PUPIL, TEACHER)
    expect(again.code).toBe(0)
    expect(await messagesOf('a')).toHaveLength(1)
  })

  it('S-107 a held invitation goes to the address of today', async () => {
    await sync('b', TEACHER)
    await sync('b', { ...TEACHER, email: 'dora.quill@oak.example.test' })
    expect(await messagesOf('b')).toEqual([expect.objectContaining({ address: 'dora.quill@oak.example.test', state: 'held' })])
  })

  it('N-02 an undo drops what its run owes, in the same transaction', async () => {
    const { school } = await sync('c', PUPIL, TEACHER)
    expect((await muster.run('undo', String(school.run))).code).toBe(0)
    expect(await messagesOf('c')).toEqual([expect.objectContaining({ kind: 'staff_invitation', state: 'dropped' })])
    await sync('c', PUPIL, TEACHER)
    expect((await messagesOf('c')).map((it) => it.state).sort()).toEqual(['dropped', 'held'])
  })

  it('D32 a message that somebody dropped is gone for good; dropping it again drops nothing', async () => {
    const { school } = await sync('d', TEACHER)
    const scope = allow(operator('test'), 'message.drop', String(school.school.id))
    if (!scope.ok) throw new Error(scope.failure)
    const ids = (await muster.ask<{ id: string }>('select id from outbox_message where school_id = $1', [school.school.id])).map(
      (it) => it.id,
    )
    const drop = (auditId: string) =>
      inSchool(muster.database, scope.value, (tx) => dropMessages(tx, ids, { auditId, at: new Date('2026-03-10T12:00:00Z') }))
    expect(await drop('0190a000-0000-7000-8000-00000000000a')).toBe(1)
    expect(await drop('0190a000-0000-7000-8000-00000000000b')).toBe(0)
    expect(await messagesOf('d')).toEqual([expect.objectContaining({ state: 'dropped' })])
    const [noted] = await muster.ask<{ acts: number }>(
      `select count(*)::int as acts from audit_entry where school_id = $1 and action = 'message.dropped'`,
      [school.school.id],
    )
    expect(noted).toEqual({ acts: 1 })
  })
})

describe('messages of a school in which pupils’ addresses are ticked', () => {
  const ADA = aPupil('p1', { firstName: 'Ada', email: 'ada@oak.example.test' })
  const BEN = aPupil('p2', { firstName: 'Ben', lastName: 'Okafor', email: 'ben@oak.example.test' })
  const SOURCE = [aClass('7A'), ADA, BEN, aTeacher('t1', { email: 'dora@oak.example.test' })]

  const owed = (schoolId: string) =>
    muster.ask<Owed>('select kind, address, state, why from outbox_message where school_id = $1 order by address', [schoolId])

  it('S-110 D32 only those whose address was ticked are owed a verification, once; a made-up school never sends', async () => {
    const school = await aSchoolOnDatabase(muster.database)
    await school.plan(SOURCE)
    await school.decide({ kind: 'sync_email', recordId: null, sourceKind: 'pupil', sourceId: 'p1' })
    const run = await school.sync(SOURCE)
    const expected = [
      { kind: 'pupil_email_verification', address: 'ada@oak.example.test', state: 'held', why: 'made_up_school' },
      { kind: 'staff_invitation', address: 'dora@oak.example.test', state: 'held', why: 'made_up_school' },
    ]
    expect(await owed(school.scope.schoolId)).toEqual(expected)
    expect((await school.apply(run)).ok).toBe(true)
    expect(await owed(school.scope.schoolId)).toEqual(expected)
  })

  it('S-110 an address that changes is verified anew, and one that stays is not', async () => {
    const school = await aSchoolOnDatabase(muster.database)
    await school.sync(SOURCE)
    await school.decide({ kind: 'sync_email', recordId: null, sourceKind: 'pupil', sourceId: 'p1' })
    await school.decide({ kind: 'sync_email', recordId: null, sourceKind: 'pupil', sourceId: 'p2' })
    const moved = { ...ADA, body: { ...ADA.body, fields: { ...ADA.body.fields, email: 'ada.marsh@oak.example.test' } } }
    await school.sync(SOURCE.map((it) => (it === ADA ? moved : it)))
    expect((await owed(school.scope.schoolId)).filter((it) => it.kind === 'pupil_email_verification').map((it) => it.address)).toEqual([
      'ada.marsh@oak.example.test',
    ])
  })
})
