import { describe, expect, it } from 'vitest'
import { OWNERS } from '../../src/runs/index.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const params = { school }
const others = Array.from({ length: 20 }, (_, n) => aPupil(`p${n}`, `Kit${n}`, `Newcombe${n}`))
const ID = 'sis-zq-7781'
const zebedee = aPupil(ID, 'Zebedee', 'Quillfeather', { email: 'zebedee.q@oak.example.test', birthDate: '2013-03-09' })
/** Everything that tells who they were: as typed here, as the file spelled it, before and after a change of name. */
const BYTES = ['Zebedee', 'Quillfeather', 'quillfeather', 'zebedee', 'Featherstonehaugh', 'featherstonehaugh', ID, 'Tarquinius']

/** Every row of every table, those of the queue too, as text; bytes as text where they are some. */
async function dump(): Promise<readonly { readonly table: string; readonly row: string }[]> {
  const tables = await server.ask<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`)
  const rows: { table: string; row: string }[] = []
  for (const { name } of tables)
    for (const { row } of await server.ask<{ row: string }>(`select t::text as row from ${name} t`)) rows.push({ table: name, row })
  return rows
}

async function tablesWith(text: string): Promise<readonly string[]> {
  const hex = Buffer.from(text).toString('hex')
  return [...new Set((await dump()).filter(({ row }) => row.includes(text) || row.includes(hex)).map((it) => it.table))]
}

const added = await agent.call('people.add', {
  params,
  body: { kind: 'pupil', fields: { firstName: 'Tarquinius', lastName: 'Quillfeather', birthDate: '2013-03-09' }, registrationClass: null },
  idempotencyKey: 'tarquinius',
})
const person = added.id
const run = await ada.start([...others, zebedee, DORA])
await ada.savePanels(run)
const { items } = await ada.rows(run, { q: 'Quillfeather' })
await ada.decide(run, run.version, [{ row: items[0]?.id ?? '', act: 'same' }])
await ada.sync(run, 'sync')
await ada.sync(await ada.start([...others, { ...zebedee, last: 'Featherstonehaugh' }, DORA]))
const seen = async () => (await agent.call('people.read', { params: { school, person } })).version
await agent.call('people.protect', { params: { school, person }, body: { reason: 'Zebedee asked' }, ifMatch: await seen() })
await agent.call('people.unprotect', { params: { school, person }, ifMatch: await seen() })
const { application } = await agent.call('access.list', { params })
await agent.call('access.change', { params, body: { application, people: [person], to: 'with' } })
await agent.call('access.change', { params, body: { application, people: [person], to: 'without' } })
await ada.sync(await ada.start([...others, DORA]))
const DECISION = `select id from decision where kind = 'match' and source_id = '${ID}'`
await server.ask(`insert into alias (school_id, kind, box, left_name, right_name, version, decision_ids, actor, decided_at)
  select school_id, 'pupil', 'forename', 'tarquinius', 'zebedee', null, array[id], actor, now() from decision where id in (${DECISION})`)
const before = [...new Set((await Promise.all(BYTES.map(tablesWith))).flat())].sort()
await agent.call('deletions.ask', { params, body: { people: [person] } })
const erase = () => agent.call('deletions.erase', { params, body: { person, reference: 'SAR 2026-14' } })

describe('S-197 to erase somebody on a documented request', () => {
  it('has something to find: they stand in tables of many owners', () => {
    const tables = [
      'alias',
      'decision',
      'directory_change',
      'idempotency_key',
      'link',
      'person',
      'plan_change',
      'review_row',
      'source_record',
    ]
    expect(before).toEqual(tables)
  })

  it('waits for a sync that is open, and needs where the request is filed', async () => {
    const open = await ada.start([...others, DORA])
    await expect(erase()).rejects.toMatchObject({ problem: { status: 409, code: 'person.erasure_waits' } })
    await ada.discard(open)
    await expect(agent.call('deletions.erase', { params, body: { person, reference: ' ' } })).rejects.toMatchObject({
      problem: { status: 422 },
    })
  })

  it('leaves a receipt, and no byte of them in any row of any table', async () => {
    const receipt = await erase()
    expect(receipt).toMatchObject({ person, kind: 'pupil', why: 'request', reference: 'SAR 2026-14', by: 'Ada Example' })
    expect(receipt.rows).toBeGreaterThan(8)
    for (const text of BYTES) expect(await tablesWith(text), text).toEqual([])
    expect(await server.ask(`select 1 from audit_entry where action = 'person.erased' and subject = '${person}'`)).toHaveLength(1)
    const [kept] = await server.ask<{ erased: Record<string, number> }>('select erased from erasure')
    expect(Object.keys(kept?.erased ?? {}).sort()).toEqual(Object.keys(OWNERS).sort())
  })

  it('says nothing of them in what the server has printed', () => {
    for (const text of BYTES) expect(server.said()).not.toContain(text)
  })

  it('leaves everybody else as they were: the newest file changes nothing', async () => {
    const again = await ada.start([...others, DORA])
    expect(await ada.plan(again)).toMatchObject({ changes: 0, held: [] })
    await ada.discard(again)
  })

  it('is done once: whoever is gone is like whoever never was', async () => {
    await expect(erase()).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(agent.call('people.read', { params: { school, person } })).rejects.toMatchObject({ problem: { status: 404 } })
  })
})

describe('S-197 a member of staff who was on the team', () => {
  const ZELDA = {
    id: 'sis-zt-1',
    first: 'Zelda',
    last: 'Harkerwell',
    role: 'teacher',
    email: 'zelda.h@oak.example.test',
    classes: ['7A'],
  } as const
  const HERS = ['Zelda', 'Harkerwell', 'zelda.h@', 'sis-zt-1']

  it('goes with her account, her invitation and what was sent to her', async () => {
    const zelda = await server.join(agent, school, { role: 'viewer', name: 'Zelda Harkerwell', email: ZELDA.email })
    expect((await zelda.call('home.read', { params })).tiles.pupils).toBe(20)
    const open = await ada.start([...others, DORA, ZELDA])
    const row = (await ada.rows(open, { kind: 'staff', q: 'Harkerwell' })).items[0]?.id ?? ''
    await ada.decide(open, open.version, [{ row, act: 'import' }])
    await ada.sync(open)
    await ada.sync(await ada.start([...others, DORA]))
    const { items: staff } = await agent.call('leavers.list', { params })
    const her = staff.find((it) => it.name === 'Zelda Harkerwell')?.id ?? ''
    await agent.call('access.change', { params, body: { application, people: [her], to: 'without' } })
    expect((await agent.call('deletions.ask', { params, body: { people: [her] } })).blocked).toMatchObject([{ why: ['on_team'] }])
    const { members } = await agent.call('team.list', { params })
    const member = members.find((it) => it.name === 'Zelda Harkerwell')?.id ?? ''
    await agent.call('team.remove', { params: { school, member } })
    await agent.call('deletions.ask', { params, body: { people: [her] } })
    expect((await tablesWith('zelda.h@')).length).toBeGreaterThan(4)
    await agent.call('deletions.erase', { params, body: { person: her, reference: 'SAR 2026-15' } })
    for (const text of HERS) expect(await tablesWith(text), text).toEqual([])
    expect((await agent.call('team.list', { params })).members).toHaveLength(1)
  })
})
