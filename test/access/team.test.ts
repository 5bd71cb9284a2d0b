import { beforeAll, describe, expect, it } from 'vitest'
import {
  acceptInvitation,
  changeRole,
  findSession,
  invite,
  listTeam,
  readInvitation,
  removeMember,
  sessionDetails,
  withdrawInvitation,
} from '../../src/access/index.ts'
import { inInstallation, inSchool } from '../../src/db/index.ts'
import { readEvents } from '../../src/events/index.ts'
import { insertSchool, newId } from '../../src/schools/index.ts'
import { must, PASSWORD, REFUSED_PASSWORDS, type SchoolWithTeam, schoolWithTeam, testClock } from '../support/accounts.ts'
import { asAdmin, testDatabase } from '../support/database.ts'

const { database, server } = await testDatabase()
const ids = testClock()
let oak: SchoolWithTeam

beforeAll(async () => {
  oak = await schoolWithTeam(database, ids)
})

const manage = () => oak.dana.may('team.manage')
const inviteTo = async (email: string, role: 'access_coordinator' | 'deputy' | 'viewer' = 'viewer') =>
  must(await invite(database, ids, { scope: await manage(), email, role, sendsMail: false }))
const accept = (token: string, more: { name?: string; password?: string } = {}) =>
  acceptInvitation(
    { database, ids, key: database.server.key, refusedPasswords: REFUSED_PASSWORDS },
    { token, name: 'Tom Reid', password: PASSWORD, ...more },
  )
const memberIdOf = async (accountId: string): Promise<string> => {
  const { rows } = await asAdmin(server, (client) =>
    client.query<{ id: string }>('select id from muster.role_grant where account_id = $1 and in_school_id is not null', [accountId]),
  )
  return rows[0]?.id ?? ''
}

describe('an invitation', () => {
  it('says what it is to, and is accepted once, with a new account', async () => {
    const { token, expiresAt, team } = await inviteTo('tom@oak.example.test', 'deputy')
    expect(expiresAt.getTime() - ids.clock().getTime()).toBe(7 * 86_400_000)
    expect(team.invitations).toMatchObject([{ email: 'tom@oak.example.test', role: 'deputy', invitedBy: 'Dana Price' }])
    expect(await readInvitation(database, ids, token)).toEqual({
      ok: true,
      value: { school: 'School oak', role: 'deputy', email: 'tom@oak.example.test', hasAccount: false, invitedBy: 'Dana Price' },
    })
    const { session, school } = must(await accept(token))
    const details = await sessionDetails(database, await findSession(database, session.token, ids.clock()))
    expect(school).toBe(oak.school)
    expect(details).toMatchObject({
      account: { name: 'Tom Reid' },
      schools: [{ code: oak.school, role: 'deputy' }],
      isPlatformAdmin: false,
    })
    expect(await accept(token)).toMatchObject({ failure: { code: 'invitation.not_found' } })
  })

  it('is accepted by one of those who follow its link at the same moment', async () => {
    const { token } = await inviteTo('una@oak.example.test')
    const all = await Promise.all(Array.from({ length: 4 }, () => accept(token)))
    expect(all.filter((it) => it.ok)).toHaveLength(1)
    const { rows } = await asAdmin(server, (client) => client.query("select from muster.account where email = 'una@oak.example.test'"))
    expect(rows).toHaveLength(1)
  })

  it('gives one answer when it is used, withdrawn, replaced, too old, or never was', async () => {
    const used = await inviteTo('vic@oak.example.test')
    must(await accept(used.token))
    const withdrawn = await inviteTo('wil@oak.example.test')
    const [open] = withdrawn.team.invitations
    must(await withdrawInvitation(database, ids, { scope: await manage(), invitationId: open?.id ?? '' }))
    const replaced = await inviteTo('xia@oak.example.test')
    const old = await inviteTo('XIA@oak.example.test')
    expect((await readInvitation(database, ids, old.token)).ok).toBe(true)
    const answers = async (token: string) => JSON.stringify([await readInvitation(database, ids, token), await accept(token)])
    const dead = [await answers(used.token), await answers(withdrawn.token), await answers(replaced.token)]
    ids.pass(7 * 24 * 60)
    dead.push(await answers(old.token), await answers('A'.repeat(43)), await answers('short'))
    expect(new Set(dead).size).toBe(1)
    expect(dead[0]).toContain('invitation.not_found')
  })

  it('asks a new account for a name and 12 characters of password', async () => {
    const { token } = await inviteTo('yan@oak.example.test')
    const without = await acceptInvitation(
      { database, ids, key: database.server.key, refusedPasswords: REFUSED_PASSWORDS },
      { token, password: PASSWORD },
    )
    expect(without).toMatchObject({ failure: { problem: { code: 'account.name_needed' }, fields: [{ field: 'name' }] } })
    const short = await accept(token, { password: 'heron kettl' })
    expect(short).toMatchObject({ failure: { problem: { code: 'account.password_short', params: { lengthMin: 12 } } } })
    expect((await accept(token)).ok).toBe(true)
  })

  it('asks an account that there is for its own password, and locks the address after five wrong ones', async () => {
    const zed = await oak.join('viewer', 'zed@oak.example.test')
    must(await removeMember(database, ids, { scope: await manage(), memberId: await memberIdOf(zed.accountId) }))
    const { token } = await inviteTo('Zed@oak.example.test', 'deputy')
    expect(await readInvitation(database, ids, token)).toMatchObject({ value: { hasAccount: true } })
    const codes: string[] = []
    for (let at = 0; at < 6; at++)
      codes.push(JSON.stringify(await accept(token, { password: 'wrong wrong wrong' })).match(/session\.\w+/)?.[0] ?? '')
    expect(codes).toEqual([...Array(4).fill('session.wrong'), ...Array(2).fill('session.locked')])
    ids.pass(15)
    expect(must(await accept(token)).session.account.id).toBe(zed.accountId)
  })

  it('leaves the role of who has one, so that nobody is demoted by a link', async () => {
    const { token } = await inviteTo('abe@oak.example.test')
    const abe = await oak.join('access_coordinator', 'ABE@oak.example.test')
    // the later invitation ended the earlier one; revive it, as one given in another window would have been
    await asAdmin(server, (client) =>
      client.query("update muster.invitation set ended_at = null where email = 'abe@oak.example.test' and role = 'viewer'"),
    )
    must(await accept(token))
    const { members } = await listTeam(database, ids, await oak.dana.may('team.read'))
    expect(members.find((it) => it.email === 'ABE@oak.example.test')?.role).toBe('access_coordinator')
    must(await removeMember(database, ids, { scope: await manage(), memberId: await memberIdOf(abe.accountId) }))
  })

  it('is not for who is in the team', async () => {
    await oak.join('viewer', 'bea@oak.example.test')
    const again = await invite(database, ids, { scope: await manage(), email: 'Bea@Oak.example.test', role: 'deputy', sendsMail: false })
    expect(again).toMatchObject({ failure: { problem: { code: 'team.already_member' }, fields: [{ field: 'email' }] } })
  })

  it('ends with the right of who gave it: a link kept back opens nothing', async () => {
    for (const [email, act] of [
      ['cal@oak.example.test', 'remove'],
      ['dee@oak.example.test', 'demote'],
    ] as const) {
      const coordinator = await oak.join('access_coordinator', email)
      const scope = await coordinator.may('team.manage')
      const { token } = must(
        await invite(database, ids, { scope, email: `friend-of-${email}`, role: 'access_coordinator', sendsMail: false }),
      )
      const member = { scope: await manage(), memberId: await memberIdOf(coordinator.accountId) }
      must(await (act === 'remove' ? removeMember(database, ids, member) : changeRole(database, ids, { ...member, role: 'viewer' })))
      expect(await readInvitation(database, ids, token)).toMatchObject({ failure: { code: 'invitation.not_found' } })
    }
  })

  it('is kept without its token', async () => {
    const { token } = await inviteTo('eve@oak.example.test')
    const { rows } = await asAdmin(server, (client) =>
      client.query("select i.*, encode(token_hash, 'escape') as a, encode(token_hash, 'base64') as b from muster.invitation i"),
    )
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('the team', () => {
  it('shows addresses and invitations to who may manage it, and names and roles to the others', async () => {
    const viewer = await oak.join('viewer', 'fay@oak.example.test', 'Fay Lund')
    await inviteTo('gil@oak.example.test')
    const seen = await listTeam(database, ids, await viewer.may('team.read'))
    expect(seen.members).toContainEqual({
      ...{ id: await memberIdOf(viewer.accountId), name: 'Fay Lund', role: 'viewer', isYou: true, email: null, lastSignIn: null },
    })
    expect(JSON.stringify(seen)).not.toContain('@')
    const managed = await listTeam(database, ids, await oak.dana.may('team.read'))
    expect(managed.members[0]).toMatchObject({ role: 'access_coordinator' })
    expect(managed.members.find((it) => it.isYou)).toMatchObject({ name: 'Dana Price', email: 'dana@oak.example.test' })
    expect(managed.invitations.map((it) => it.email)).toContain('gil@oak.example.test')
  })

  it('keeps one Access Coordinator, whoever is demoted or removed', async () => {
    const scope = await manage()
    const memberId = await memberIdOf(oak.dana.accountId)
    const refused = { failure: { code: 'team.last_coordinator' } }
    expect(await changeRole(database, ids, { scope, memberId, role: 'deputy' })).toMatchObject(refused)
    expect(await removeMember(database, ids, { scope, memberId })).toMatchObject(refused)
    expect((await changeRole(database, ids, { scope, memberId, role: 'access_coordinator' })).ok).toBe(true)
  })

  it('keeps one Access Coordinator when two demote each other at the same moment', async () => {
    const other = await oak.join('access_coordinator', 'hal@oak.example.test')
    const [danas, others] = [await memberIdOf(oak.dana.accountId), await memberIdOf(other.accountId)]
    const [mine, theirs] = [await manage(), await other.may('team.manage')]
    const answers = await Promise.all([
      removeMember(database, ids, { scope: mine, memberId: others }),
      changeRole(database, ids, { scope: theirs, memberId: danas, role: 'viewer' }),
    ])
    expect(answers.filter((it) => it.ok)).toHaveLength(1)
    const { rows } = await asAdmin(server, (client) =>
      client.query<{ id: string }>("select id from muster.role_grant where role = 'access_coordinator'"),
    )
    expect(rows).toHaveLength(1)
    // whoever it is: Dana again for the tests that follow
    await asAdmin(server, (client) => client.query("update muster.role_grant set role = 'access_coordinator' where id = $1", [danas]))
    await asAdmin(server, (client) => client.query('delete from muster.role_grant where id = $1', [others]))
  })

  it('signs out whoever it removes and who has no role anywhere', async () => {
    const ian = await oak.join('deputy', 'ian@oak.example.test')
    const memberId = await memberIdOf(ian.accountId)
    const { members } = must(await removeMember(database, ids, { scope: await manage(), memberId }))
    expect(members.map((it) => it.id)).not.toContain(memberId)
    expect(await findSession(database, ian.token, ids.clock())).toBeNull()
    expect(await removeMember(database, ids, { scope: await manage(), memberId })).toMatchObject({
      failure: { code: 'team.member_not_found' },
    })
  })

  it('does not reach members and invitations of another school, and signs nobody out who has a role there', async () => {
    const elm = { id: newId(ids), externalId: 'elm', name: 'Elm School', vocabulary: 'en-GB' as const, isMadeUp: false }
    await inInstallation(database, (tx) => insertSchool(tx, ids, elm))
    const joy = await oak.join('viewer', 'joy@oak.example.test')
    const inOak = await memberIdOf(joy.accountId)
    const [inElm, invitation] = [newId(ids), newId(ids)]
    await asAdmin(server, async (client) => {
      await client.query(
        "insert into muster.role_grant (id, account_id, role, in_school_id, granted_by, granted_at) values ($1, $2, 'viewer', $3, 'test', now())",
        [inElm, joy.accountId, elm.id],
      )
      await client.query(
        `insert into muster.invitation (id, token_hash, in_school_id, role, email, email_folded, invited_by, created_at, expires_at)
         values ($1, '', $2, 'viewer', 'kim@elm.example.test', 'kim@elm.example.test', 'test', now(), $3)`,
        [invitation, elm.id, new Date(ids.clock().getTime() + 60_000)],
      )
    })
    const scope = await manage()
    const nobody = { failure: { code: 'team.member_not_found' } }
    expect(await removeMember(database, ids, { scope, memberId: inElm })).toMatchObject(nobody)
    expect(await changeRole(database, ids, { scope, memberId: inElm, role: 'deputy' })).toMatchObject(nobody)
    const withdrawn = await withdrawInvitation(database, ids, { scope, invitationId: invitation })
    expect(withdrawn).toMatchObject({ failure: { code: 'invitation.not_found' } })
    must(await removeMember(database, ids, { scope, memberId: inOak }))
    expect(await findSession(database, joy.token, ids.clock())).not.toBeNull()
  })

  it('notes who did what in the audit, without names or addresses', async () => {
    const { rows } = await asAdmin(server, (client) =>
      client.query<{ actor: string; action: string; subject: string }>('select actor, action, subject from muster.audit_entry'),
    )
    const actions = new Set(rows.map((it) => it.action))
    for (const it of ['school.set_up', 'team.invited', 'team.withdrawn', 'team.joined', 'team.changed', 'team.removed'])
      expect(actions).toContain(it)
    expect(rows.every((it) => /^account:[0-9a-f-]{36}$/.test(it.actor) && /^(account:)?[0-9a-f-]{36}$/.test(it.subject))).toBe(true)
  })

  it('tells everybody who looks at it of every change', async () => {
    const scope = await manage()
    const last = async () => (await inSchool(database, scope, (tx) => readEvents(tx, 0))).last
    const told = async (before: number) =>
      (await inSchool(database, scope, (tx) => readEvents(tx, before))).events.map((it) => it.type).join(' ')
    let before = await last()
    const lea = await oak.join('viewer', 'lea@oak.example.test')
    expect(await told(before)).toBe('team team')
    before = await last()
    const memberId = await memberIdOf(lea.accountId)
    must(await changeRole(database, ids, { scope, memberId, role: 'deputy' }))
    must(await changeRole(database, ids, { scope, memberId, role: 'deputy' }))
    must(await removeMember(database, ids, { scope, memberId }))
    expect(await told(before)).toBe('team team')
  })

  it('S-187 refuses a scope that was made for something else, whatever the role', async () => {
    const scope = await oak.dana.may('school.read')
    const memberId = await memberIdOf(oak.dana.accountId)
    await expect(listTeam(database, ids, scope)).rejects.toThrow('school.read')
    await expect(invite(database, ids, { scope, email: 'x@oak.example.test', role: 'viewer', sendsMail: false })).rejects.toThrow(
      'school.read',
    )
    await expect(removeMember(database, ids, { scope, memberId })).rejects.toThrow('school.read')
    await expect(changeRole(database, ids, { scope, memberId, role: 'viewer' })).rejects.toThrow('school.read')
    await expect(withdrawInvitation(database, ids, { scope, invitationId: memberId })).rejects.toThrow('school.read')
  })
})
